const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether an actor's id is that of an officer, who can be told something; the platform's own actors have names. */
export function isStaffId(id: string): boolean {
  return uuid.test(id);
}
