import type { Selectable } from 'kysely';
import type { MessageSubject } from '../../../kernel/messaging/index.ts';
import type { SupervisionTables } from '../tables.ts';

export type SubjectType = SupervisionTables['supervision.signal']['subjectType'];
export type RuleRow = Selectable<SupervisionTables['supervision.rule']>;

/** What a signal says of its subject. */
export interface Subject {
  type: SubjectType;
  id: string;
  caseNumber: string | null;
  itemName: string;
  organizationId: string;
  organizationName: string;
  organizationPath: string;
  regionCode: string;
  /** Officers who have it in hand; without any, those who hold `handlingRight` over it are told. */
  handlers: readonly string[];
  handlingRight: string;
  /** By what the text of a message is chosen, where it is about a case. */
  about?: MessageSubject;
}

/** A rule that holds for a subject, with what it saw. */
export interface Holding { rule: RuleRow; dueOn: string | null; says: string }
