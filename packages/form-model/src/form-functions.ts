import { isIsoDate, type ExpressionFunctions } from '@tongban/expressions';

/** Functions every form expression may call, beside those of FEEL. */
export const FORM_FUNCTIONS: ExpressionFunctions = Object.freeze({
  /** Sum of a list, empty entries left out; 0 for an empty list. */
  total: { parameters: ['list'], call: (list: unknown) => totalOf(list) },
  /** Whole years from the birth date to the day `on`. */
  age: { parameters: ['birth date', 'on'], call: (birthDate: unknown, on: unknown) => ageOn(birthDate, on) },
  /** Birth date in an 18-character resident identity number. */
  birthDateOf: { parameters: ['resident id'], returns: 'date', call: (id: unknown) => birthDateOf(id) },
  /** 男 or 女, from an 18-character resident identity number. */
  sexOf: { parameters: ['resident id'], call: (id: unknown) => sexOf(id) },
});

function totalOf(list: unknown): number {
  const values = Array.isArray(list) ? list : [list];
  return values.reduce((sum: number, value: unknown) => (typeof value === 'number' ? sum + value : sum), 0);
}

function ageOn(birthDate: unknown, on: unknown): number | null {
  if (typeof birthDate !== 'string' || typeof on !== 'string' || !isIsoDate(birthDate) || !isIsoDate(on)) return null;
  if (on < birthDate) return null;
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function birthDateOf(id: unknown): string | null {
  const digits = typeof id === 'string' ? /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(id) : null;
  if (digits === null) return null;
  const date = `${digits[1]}-${digits[2]}-${digits[3]}`;
  return isIsoDate(date) ? date : null;
}

function sexOf(id: unknown): string | null {
  if (typeof id !== 'string' || !/^\d{17}[\dX]$/.test(id)) return null;
  return Number(id.charAt(16)) % 2 === 1 ? '男' : '女';
}
