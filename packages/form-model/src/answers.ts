import type { Option } from './field-schemas.ts';

/** Answers by field id; rows of a table are objects by column id. Money is integer 分, dates are `YYYY-MM-DD`. */
export type FormAnswers = Readonly<Record<string, unknown>>;

/** One thing to mend: where (`members[2].amount`, counted from 0), in which field, and what to do, in Chinese. */
export interface FormIssue {
  readonly path: string;
  readonly fieldId: string;
  readonly code: string;
  readonly message: string;
  /** The label people see, with the row for a table (`家庭成员 第 3 行 姓名`). */
  readonly label: string;
}

/** A file the host has stored. */
export interface FileReference {
  readonly fileId: string;
  readonly name: string;
}

/** What the evaluation of a form depends on besides the answers. */
export interface FormContext {
  /** Today in the platform's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Values of the definition's `parameters`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Options of the dictionaries the fields name; values of a dictionary not given are taken on trust. */
  readonly dictionaries?: Readonly<Record<string, readonly Option[]>>;
  /**
   * The answers are those of an application that was handed in: computed values are the ones filed, not worked out anew, and
   * whatever was answered is shown, also where a condition can no longer be judged because an answer is masked.
   */
  readonly filed?: boolean;
  /** Whether a 12-digit region exists; left out, only its form is checked. */
  readonly isKnownRegion?: (code: string) => boolean;
}
