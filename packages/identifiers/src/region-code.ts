/** Level of an administrative region, from province (省) to village (村居). */
export type RegionLevel = 'province' | 'city' | 'county' | 'town' | 'village';

const LEVELS: readonly { level: RegionLevel; length: number }[] = [
  { level: 'village', length: 12 },
  { level: 'town', length: 9 },
  { level: 'county', length: 6 },
  { level: 'city', length: 4 },
  { level: 'province', length: 2 },
];

/**
 * Brings a 6-, 9- or 12-digit region code (GB/T 2260 and statistical extension) to 12 digits.
 * Undefined when the text is not such a code.
 */
export function findFullRegionCode(code: string): string | undefined {
  if (!/^(?:\d{6}|\d{9}|\d{12})$/.test(code) || code.startsWith('00')) return undefined;
  return code.padEnd(12, '0');
}

/** The level of a region code, read from its trailing zeros; undefined when the text is not a region code. */
export function regionLevel(code: string): RegionLevel | undefined {
  const significant = significantPart(code);
  return LEVELS.find(({ length }) => length === significant?.length)?.level;
}

/** The region one level above, in the same number of digits; undefined for a province or for other text. */
export function parentRegion(code: string): string | undefined {
  const significant = significantPart(code);
  if (significant === undefined) return undefined;
  const above = LEVELS.find(({ length }) => length < significant.length);
  // A town directly below a city (441900003) has no county: the shorter code is trimmed again.
  return above && significantPart(significant.slice(0, above.length).padEnd(12, '0'))?.padEnd(code.length, '0');
}

/** True when `code` is the region `scope` or lies inside it; codes of different lengths compare; false for other text. */
export function isWithin(scope: string, code: string): boolean {
  const outer = significantPart(scope);
  const inner = findFullRegionCode(code);
  return outer !== undefined && inner !== undefined && inner.startsWith(outer);
}

function significantPart(code: string): string | undefined {
  const full = findFullRegionCode(code);
  const level = LEVELS.find(({ length }, index) => {
    const above = LEVELS[index + 1]?.length ?? 0;
    return full !== undefined && !/^0+$/.test(full.slice(above, length));
  });
  return level && full?.slice(0, level.length);
}
