export { bucketOf, medianOf, quantileOf, secondsOfBucket, type Bucket } from './time-buckets.ts';
