import type { GapGroup, GapPage, GapRecords, GapStatus } from './gap-records.ts';
import { countFound, listGaps } from './read-gaps.ts';
import type { State } from './state.ts';
import { writeGapCsv } from './write-gap-csv.ts';

const AT_ONCE = 200;

export function openGapRecords(state: State): GapRecords {
  return {
    page: (status, page, size) => readPage(status, page, size, state),
    csv: async (status, most) => {
      const groups: GapGroup[] = [];
      // A piece at a time: nobody who asks meanwhile is to wait for all of it.
      for (let offset = 0; offset < most; offset += AT_ONCE) {
        const some = await state.read((database) => listGaps({ status, found: null, limit: Math.min(AT_ONCE, most - offset), offset }, database));
        groups.push(...some);
        if (some.length < AT_ONCE) break;
      }
      return writeGapCsv(groups);
    },
  };
}

/** One more is read than is shown, to know whether there is more. */
function readPage(status: GapStatus, page: number, size: number, state: State): Promise<GapPage> {
  const [offset, limit] = [page * size, size + 1];
  return state.read(async (database) => {
    if (status !== 'open') return cut(await listGaps({ status, found: null, limit, offset }, database), size);
    const found = await listGaps({ status, found: true, limit, offset }, database);
    if (found.length === limit) return cut(found, size);
    const before = found.length > 0 || offset === 0 ? offset : await countFound(database);
    const rest = await listGaps({ status, found: false, limit: limit - found.length, offset: offset - before }, database);
    return cut([...found, ...rest], size);
  });
}

function cut(groups: GapPage['groups'], size: number): GapPage {
  return { groups: groups.slice(0, size), more: groups.length > size };
}
