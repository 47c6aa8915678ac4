import type { CoursePart, CourseUnit } from './stats.ts';

const UNITS = ['day', 'week', 'month', 'year'] as const;
/** More bars side by side cannot be told apart; Slack draws no more. */
const MOST_PARTS = 20;

type Day = Omit<CoursePart, 'from'> & { readonly day: string };

/** The days from first to last in the smallest parts that are not too many; a part without questions is there, too. */
export function courseOf(days: readonly Day[], from: string, to: string): { readonly unit: CourseUnit; readonly parts: readonly CoursePart[] } {
  const unit = UNITS.find((one) => startsOf(one, from, to).length <= MOST_PARTS) ?? 'year';
  const parts = startsOf(unit, from, to).map((start) => {
    const within = days.filter(({ day }) => startOf(unit, day) === start);
    const sum = (key: 'answered' | 'unknown' | 'handed') => within.reduce((total, one) => total + one[key], 0);
    return { from: start, answered: sum('answered'), unknown: sum('unknown'), handed: sum('handed') };
  });
  return { unit, parts };
}

/** `days` before or after. */
export function shiftDay(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * 86_400_000));
}

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function startsOf(unit: CourseUnit, from: string, to: string): string[] {
  const starts: string[] = [];
  for (let day = from; day <= to; day = shiftDay(day, 1)) {
    const start = startOf(unit, day);
    if (start !== starts.at(-1)) starts.push(start);
  }
  return starts;
}

/** The first day of the part that a day belongs to; weeks begin on Monday. */
function startOf(unit: CourseUnit, day: string): string {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return shiftDay(day, -((new Date(day).getUTCDay() + 6) % 7));
    case 'month':
      return `${day.slice(0, 7)}-01`;
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}
