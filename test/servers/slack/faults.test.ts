import { describe, expect, it } from 'vitest';
import { makeFaults } from './faults.ts';
import { makeHandles } from './handles.ts';

describe('makeFaults', () => {
  it('strikes the next calls of a method', () => {
    const faults = makeFaults();
    faults.plan({ fault: { kind: 'status', status: 503 }, calls: 2, method: 'chat.update' });
    const struck = ['chat.update', 'auth.test', 'chat.update', 'chat.update'].map((method) => faults.take(method) !== undefined);
    expect(struck).toEqual([true, false, true, false]);
    expect(faults.met.get('status')).toBe(2);
  });

  it('strikes the same share again with the same seed', () => {
    const strikes = (seed: number) => {
      const faults = makeFaults();
      faults.plan({ fault: { kind: 'slow', ms: 1 }, share: 0.3, seed });
      return Array.from({ length: 200 }, () => faults.take('chat.postMessage') !== undefined);
    };
    expect(strikes(7)).toEqual(strikes(7));
    expect(strikes(7)).not.toEqual(strikes(8));
    expect(strikes(7).filter(Boolean).length).toBeGreaterThan(30);
  });
});

describe('makeHandles', () => {
  it('takes a trigger once, within 3 seconds', () => {
    const handles = makeHandles();
    const first = handles.giveTrigger('U1');
    expect(handles.takeTrigger(first.id)).toBe(first);
    expect(handles.takeTrigger(first.id)).toBe('exchanged_trigger_id');
    const second = handles.giveTrigger('U1');
    handles.age(3_001);
    expect(handles.takeTrigger(second.id)).toBe('expired_trigger_id');
    expect(handles.takeTrigger('made up')).toBe('invalid_trigger_id');
  });

  it('takes a response_url 5 times within 30 minutes', () => {
    const handles = makeHandles();
    const place = { channel: 'C1', user: 'U1', message: undefined };
    const { id } = handles.giveResponse(place);
    const uses = Array.from({ length: 6 }, () => handles.takeResponse(id));
    expect(uses.map((use) => typeof use)).toEqual(['object', 'object', 'object', 'object', 'object', 'string']);
    const late = handles.giveResponse(place);
    handles.age(30 * 60_000 + 1);
    expect(handles.takeResponse(late.id)).toBe('expired_url');
  });
});
