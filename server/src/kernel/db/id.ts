import { v7 } from 'uuid';

/** A new UUID version 7: sorts by creation time, so that primary keys append. */
export function createId(): string {
  return v7();
}
