import type { ColumnType } from 'kysely';
import type { EnvelopeState, HandOverMoment, Leg, MaterialCheck } from './contract.ts';
import type { Resting } from './states.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** Rows of the PostgreSQL schema `custody`. */
export interface CustodyTables {
  'custody.rule': {
    id: string; version: number; itemId: string | null; itemName: string | null; organizationId: string; organizationName: string; organizationPath: string; regionCode: string;
    moment: HandOverMoment; days: number; receiverId: string | null; receiverName: string | null; receiverPath: string | null; signDays: number;
    postCodes: string[]; signers: { id: string; name: string }[]; signerIds: string[]; updatedByName: string; updatedAt: Instant;
  };
  'custody.batch': {
    id: string; number: string; version: number; state: 'open' | 'handed-over' | 'cancelled'; leg: Leg;
    fromId: string; fromName: string; fromPath: string; toId: string; toName: string; toPath: string; regionCode: string; note: string;
    madeById: string; madeByName: string; madeAt: Instant; handedOverById: string | null; handedOverByName: string | null; handedOverAt: NullableInstant;
  };
  'custody.envelope': {
    id: string; code: string; version: number; caseId: string; caseNumber: string; itemName: string; applicantName: string; regionCode: string; ruleId: string;
    /** Opened for paper that came after the envelope of the case had gone its way. */
    further: boolean;
    leg: Leg; state: EnvelopeState;
    /** Where it lay before its batch. */
    prior: Resting | null;
    moment: Exclude<HandOverMoment, 'none'>; days: number; signDays: number;
    /** By the rule. */
    submitDueOn: string;
    /** Of what is waited for now. */
    dueOn: string | null;
    /** Who took the paper from the applicant. */
    originId: string; originName: string; originPath: string;
    /** The department that the rule names. */
    receiverId: string; receiverName: string; receiverPath: string;
    /** Where the present or last leg leads. */
    destinationId: string; destinationName: string; destinationPath: string;
    /** Who answers for the paper: the sender until somebody has signed. */
    holderId: string; holderName: string; holderPath: string; holderStaffName: string | null; heldSince: Instant;
    /** Organisations that take part, for scopes. */
    paths: string[];
    batchId: string | null; batchNumber: string | null; handedOverById: string | null; handedOverAt: NullableInstant;
    flawed: boolean;
    /** The due day of which a reminder has been sent. */
    remindedFor: string | null;
    openedAt: Instant;
  };
  'custody.material': { id: string; envelopeId: string; position: number; name: string; check: MaterialCheck | null; remark: string | null };
  'custody.batchEnvelope': { batchId: string; envelopeId: string; position: number; outcome: 'signed' | 'refused' | 'taken-out' | null; outcomeText: string };
  'custody.step': {
    id: string; envelopeId: string; action: string; leg: Leg; batchNumber: string | null; actorId: string; actorName: string; organizationName: string | null; text: string; at: Instant;
  };
}
