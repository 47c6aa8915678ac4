import type { Index } from '../index/build-index.ts';
import { topicalNames } from '../index/feature-names.ts';
import { holdsFeature, ownTexts, type Support, toSupport } from '../index/support.ts';
import type { Target } from '../index/target.ts';

const later = new WeakMap<Target, Support>();

/** What stands in a target's own words and in its phrasings. A target without phrasings is read when it is first asked about. */
export function targetSupport(target: Target, index: Index): Support {
  const known = index.supports.get(target.number) ?? later.get(target);
  if (known) return known;
  const wordings = ownTexts(target).map((text) => index.reader.read(text, null));
  const support = toSupport(target, wordings, { held: wordings.flatMap(topicalNames), asked: [] }, (names) => index.features.known(names));
  later.set(target, support);
  return support;
}

/** Whether a feature stands in the target's own words or in its phrasings. */
export function targetKnows(target: Target, name: string, index: Index): boolean {
  const feature = index.features.find(name);
  if (feature === undefined) return false;
  const { held, asked } = targetSupport(target, index);
  return holdsFeature(held, feature) || holdsFeature(asked, feature);
}

/** Whether a feature stands in the target's own words. */
export function targetHolds(target: Target, name: string, index: Index): boolean {
  const feature = index.features.find(name);
  return feature !== undefined && holdsFeature(targetSupport(target, index).held, feature);
}
