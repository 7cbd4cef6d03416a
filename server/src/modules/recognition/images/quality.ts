import type { QualityHint } from '../reading.contract.ts';
import { histogramOf, otsu, percentile, type Grey } from './pixels.ts';

/** Below which a picture is called so; measured on the pictures of `quality.test.ts`, see ADR 0011. */
export const qualityLimits = {
  /** Pixels at the longer side. */
  small: 700,
  /** Steepness of the sharpest edges, as a share of the contrast of the picture. */
  blurred: 0.35,
  /** Brightness (0–255) of the lightest tenth: the paper. */
  dark: 110,
  /** Contrast (0–255) between paper and ink. */
  pale: 40,
  /** Degrees. */
  tilted: 3,
  /** Share of the ink in a strip of one hundredth at an edge from which the document is thought to go on beyond it, and up to which it is a document and no desk. */
  cutFrom: 0.03, cutTo: 0.5,
} as const;

/** What a person should mend before others look at the picture. `grey` is upright and at most 1,000 pixels long; `long` is the longer side of the original. */
export function judgeQuality(grey: Grey, { long, tilt }: { long: number; tilt: number }): QualityHint[] {
  const histogram = histogramOf(grey);
  const paper = percentile(histogram, 0.9);
  const contrast = paper - percentile(histogram, 0.01);
  const hints: QualityHint[] = [];
  if (contrast < qualityLimits.pale) return long < qualityLimits.small ? ['small', 'pale'] : ['pale'];
  if (long < qualityLimits.small) hints.push('small');
  if (sharpness(grey, contrast) < qualityLimits.blurred) hints.push('blurred');
  if (paper < qualityLimits.dark) hints.push('dark');
  if (Math.abs(tilt) >= qualityLimits.tilted) hints.push('tilted');
  if (isCut(grey, otsu(histogram))) hints.push('cut');
  return hints;
}

/** Difference of neighbours at the steepest two hundredths of all edges, as a share of the contrast: near 1 for print, low when blurred. */
export function sharpness({ data, width, height }: Grey, contrast: number): number {
  const steps = new Uint32Array(256);
  for (let y = 1; y < height; y += 1) {
    for (let x = 1; x < width; x += 1) {
      const at = y * width + x;
      const here = data[at] ?? 0;
      const step = Math.max(Math.abs(here - (data[at - 1] ?? 0)), Math.abs(here - (data[at - width] ?? 0)));
      // Flat paper says nothing of how sharp the edges are.
      if (step > 4) steps[step] = (steps[step] ?? 0) + 1;
    }
  }
  return contrast <= 0 ? 0 : percentile(steps, 0.98) / contrast;
}

/** Whether print runs into an edge of the picture. */
function isCut({ data, width, height }: Grey, threshold: number): boolean {
  const strip = Math.max(2, Math.round(Math.min(width, height) / 100));
  const shareOfInk = (left: number, top: number, right: number, bottom: number): number => {
    let ink = 0;
    for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) if ((data[y * width + x] ?? 255) <= threshold) ink += 1;
    return ink / Math.max(1, (right - left) * (bottom - top));
  };
  const edges = [shareOfInk(0, 0, width, strip), shareOfInk(0, height - strip, width, height), shareOfInk(0, 0, strip, height), shareOfInk(width - strip, 0, width, height)];
  return edges.some((share) => share >= qualityLimits.cutFrom && share <= qualityLimits.cutTo);
}
