/** A picture in grey, one byte a pixel, row by row. */
export interface Grey { data: Uint8Array; width: number; height: number }

/** How often each brightness occurs. */
export function histogramOf({ data }: Grey): Uint32Array {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The brightness below which `share` of the pixels lie. */
export function percentile(histogram: Uint32Array, share: number): number {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let value = 0; value < histogram.length; value += 1) {
    seen += histogram[value] ?? 0;
    if (seen >= total * share) return value;
  }
  return 255;
}

/** The brightness that parts dark from light best (Otsu 1979). */
export function otsu(histogram: Uint32Array): number {
  let total = 0;
  let sum = 0;
  for (let value = 0; value < 256; value += 1) { total += histogram[value] ?? 0; sum += value * (histogram[value] ?? 0); }
  let below = 0;
  let sumBelow = 0;
  let best = 0;
  let threshold = 127;
  for (let value = 0; value < 256; value += 1) {
    below += histogram[value] ?? 0;
    const above = total - below;
    if (below === 0) continue;
    if (above === 0) break;
    sumBelow += value * (histogram[value] ?? 0);
    const difference = sumBelow / below - (sum - sumBelow) / above;
    const between = below * above * difference * difference;
    if (between > best) { best = between; threshold = value; }
  }
  return threshold;
}

/** Coordinates of dark pixels, at most `most`, taken evenly. */
export function inkOf(grey: Grey, threshold: number, most = 20_000): { x: number; y: number }[] {
  const all: { x: number; y: number }[] = [];
  for (let y = 0; y < grey.height; y += 1) {
    for (let x = 0; x < grey.width; x += 1) if ((grey.data[y * grey.width + x] ?? 255) <= threshold) all.push({ x, y });
  }
  if (all.length <= most) return all;
  const step = all.length / most;
  return Array.from({ length: most }, (_, index) => all[Math.floor(index * step)] ?? { x: 0, y: 0 });
}

/** How unevenly the ink lies in rows when it is seen under `degrees`: lines of text stand out when they are level. */
export function levelness(ink: readonly { x: number; y: number }[], degrees: number, height: number, width: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Uint32Array(Math.ceil(height + Math.abs(slope) * width) + 2);
  const shift = slope > 0 ? 0 : Math.abs(slope) * width;
  for (const { x, y } of ink) {
    const row = Math.floor(y + x * slope + shift);
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) {
    const difference = (rows[row] ?? 0) - (rows[row - 1] ?? 0);
    sum += difference * difference;
  }
  return sum;
}
