import { readHolders, type HeldPlace, type Holders } from '../../../kernel/access/list-holders.ts';
import { dateInWords } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import { sendMessages, type OutgoingMessage } from '../../../kernel/messaging/index.ts';
import type { StaffChannel } from '../../../kernel/messaging/channels.contract.ts';
import { signalLevelLabels, type SignalLevel } from '../contract.ts';
import type { ToldPost } from '../rules.contract.ts';
import type { Subject, SubjectType } from './subject.ts';

interface Told { ruleNo: string; ruleName: string; level: SignalLevel; told: readonly ToldPost[]; channels: readonly StaffChannel[] | null; dueOn: string | null; says: string }

/** Those of a post who are told of one signal. */
const mostTold = 5;

/** By which right the holders of a post are found over what belongs to them. */
const rightOfPost: Record<Exclude<ToldPost, 'handler'>, string> = {
  'department-head': 'handling.case.decide', 'supervisor': 'supervision.order.issue', 'hall-manager': 'supervision.signal.receive',
};

const pages: Record<SubjectType, { templateKey: string; idName: string; numberName?: string }> = {
  'case': { templateKey: 'supervision.case-signal', idName: 'caseId', numberName: 'number' }, 'rectification': { templateKey: 'supervision.rectification-signal', idName: 'rectificationId' },
  'stuck-matter': { templateKey: 'supervision.matter-signal', idName: 'matterId', numberName: 'matterNumber' }, 'order': { templateKey: 'supervision.order-signal', idName: 'orderId', numberName: 'supervisionNumber' },
};

/** Tells officers of signals; who holds a right, and what messages say, is read once for all of them. */
export class Telling {
  readonly #ctx: Context;
  readonly #holders = new Map<string, Promise<Holders>>();
  readonly #signals: { subject: Subject; signal: Told }[] = [];

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  async #holdersOf(right: string, place: HeldPlace): Promise<string[]> {
    const known = this.#holders.get(right) ?? readHolders(this.#ctx, right);
    this.#holders.set(right, known);
    return (await known).over(place, mostTold);
  }

  /** Notes a new signal, to be told of with the others. */
  note(subject: Subject, signal: Told): void {
    this.#signals.push({ subject, signal });
  }

  /** Adds the messages of all noted signals to the batch that stores them. */
  async tell(batch: WriteBatch): Promise<void> {
    const messages = await Promise.all(this.#signals.map(({ subject, signal }) => this.#messagesOf(subject, signal)));
    await sendMessages(this.#ctx, batch, messages.flat());
  }

  async #messagesOf(subject: Subject, { ruleNo, ruleName, level, told: posts, channels, dueOn, says }: Told): Promise<OutgoingMessage[]> {
    const staffIds = await Promise.all(posts.map((post) => {
      if (post !== 'handler') return this.#holdersOf(rightOfPost[post], subject);
      return subject.handlers.length > 0 ? Promise.resolve([...subject.handlers]) : this.#holdersOf(subject.handlingRight, subject.handledAt ?? subject);
    }));
    const { templateKey, idName, numberName } = pages[subject.type];
    const number = numberName === undefined ? {} : { [numberName]: subject.caseNumber ?? '' };
    return [...new Set(staffIds.flat())].map((id) => ({
      templateKey, recipient: { kind: 'staff', id }, dedupeKey: `signal:${subject.id}:${ruleNo}`, ...(subject.about ? { about: subject.about } : {}), ...(channels ? { instead: channels } : {}),
      variables: { [idName]: subject.id, ...number, itemName: subject.itemName, level: signalLevelLabels[level], rule: ruleName, says, dueOn: dueOn === null ? '未定' : dateInWords(dueOn) },
    }));
  }
}
