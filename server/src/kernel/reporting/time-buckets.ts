/** Times in one bucket differ by a tenth at most. */
const bucketGrowth = Math.log(1.1);

/** How many times fell into a bucket. */
export interface Bucket { bucket: number; count: number }

/** The bucket of a time in seconds; SQL says the same as `floor(ln(seconds + 1) / ln(1.1))`. */
export function bucketOf(seconds: number): number {
  return Math.floor(Math.log(Math.max(0, seconds) + 1) / bucketGrowth);
}

/** The middle of a bucket, seconds. */
export function secondsOfBucket(bucket: number): number {
  return Math.round(Math.exp((bucket + 0.5) * bucketGrowth) - 1);
}

/** The time that a share of all does not pass, seconds; within a twentieth of what single times would give. Null of none. */
export function quantileOf(rows: readonly Bucket[], share: number): number | null {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  for (const { bucket, count } of rows.toSorted((a, b) => a.bucket - b.bucket)) {
    passed += count;
    if (passed >= total * share) return secondsOfBucket(bucket);
  }
  return null;
}

/** The median of times in buckets, seconds; null of none. */
export function medianOf(rows: readonly Bucket[]): number | null {
  return quantileOf(rows, 0.5);
}
