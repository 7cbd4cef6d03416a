import type { Selectable } from 'kysely';
import type { HeldPlace } from '../../../kernel/access/list-holders.ts';
import type { MessageSubject } from '../../../kernel/messaging/index.ts';
import type { SupervisionTables } from '../tables.ts';

export type SubjectType = SupervisionTables['supervision.signal']['subjectType'];
export type RuleRow = Selectable<SupervisionTables['supervision.rule']>;

/** What a signal says of its subject. */
export interface Subject {
  type: SubjectType;
  id: string;
  caseNumber: string | null;
  /** The case that it is about, unless nobody may learn which, and its item. */
  caseId: string | null;
  itemId: string | null;
  itemName: string;
  organizationId: string;
  organizationName: string;
  organizationPath: string;
  regionCode: string;
  /** Officers who have it in hand; without any, those who hold `handlingRight` over it are told. */
  handlers: readonly string[];
  handlingRight: string;
  /** Where it waits, if not with the organisation that is answerable for it. */
  handledAt?: HeldPlace;
  /** By what the text of a message is chosen, where it is about a case. */
  about?: MessageSubject;
}

/** A rule that holds for a subject, with what it saw. */
export interface Holding { rule: RuleRow; dueOn: string | null; says: string }
