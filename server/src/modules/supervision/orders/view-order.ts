import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { findFiles, readFile, toFileAnswer } from '../../../kernel/files/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { fail } from '../errors.ts';
import { orderAbilities, type OrderAction, type OrderView } from '../orders.contract.ts';
import type { SupervisionTables } from '../tables.ts';
import { getOrderRecord, mayStep, presentOrderLine, type OrderRecord } from './order-record.ts';
import { applyOrderStep } from './states.ts';

const labels: Readonly<Record<string, string>> = {
  'issue': '发出督办单', 'sign': '签收', 'reply': '反馈', 'rectify': '开始整改', 'report': '整改完成', 'check': '核查通过', 'send-back': '退回', 'close': '销号', 'urge': '催办', 'withdraw': '撤回',
};

/** Subject of the files that belong to an order. */
export const orderFileOwner = 'supervision-order';

/** An order with everything done so far. @throws supervision.order-not-found */
export async function viewOrder(ctx: Context, id: string): Promise<OrderView> {
  return presentOrder(ctx, await getOrderRecord(ctx, id));
}

/** An order whole, for who may see it or has just taken a step of it. */
export async function presentOrder(ctx: Context, row: OrderRecord): Promise<OrderView> {
  const tables = tablesOf<SupervisionTables>(ctx.kernel.db);
  const [steps, signals] = await Promise.all([
    tables.selectFrom('supervision.orderStep').selectAll().where('orderId', '=', row.id).orderBy('at').orderBy('id').execute(),
    tables.selectFrom('supervision.orderSignal as o').innerJoin('supervision.signal as s', 's.id', 'o.signalId').selectAll('s').where('o.orderId', '=', row.id).orderBy('s.raisedAt').orderBy('s.id').execute(),
  ]);
  const { version, demands, limitOn, measures, rectifyUntil, inTime } = row;
  return {
    ...presentOrderLine(ctx, row), version, demands, limitOn, measures, rectifyUntil, inTime,
    signals: signals.map(({ id, level, ruleNo, ruleName, says, subjectType, subjectId, caseNumber, itemName }) => ({ id, level, ruleNo, ruleName, says, caseId: subjectType === 'case' ? subjectId : null, caseNumber, itemName })),
    steps: steps.map((step) => ({
      action: step.action, label: labels[step.action] ?? step.action, by: step.actorName, organizationName: step.organizationName, at: step.at.toISOString(), text: step.text, files: [...step.detail.files ?? []],
    })),
    abilities: Object.fromEntries(orderAbilities.map((action) => [action, mayStep(ctx, row, action) && applyOrderStep(row.state, action).ok])) as Record<OrderAction, boolean>,
  };
}

/** A file that a step of the order brought. @throws supervision.order-not-found, files.not-found */
export async function readFileOfOrder(ctx: Context, orderId: string, fileId: string): Promise<FileAnswer> {
  await getOrderRecord(ctx, orderId);
  const [file] = await findFiles(ctx, [fileId]);
  if (file?.owner?.type !== orderFileOwner || file.owner.id !== orderId) throw fail('supervision.order-not-found');
  return toFileAnswer(await readFile(ctx, fileId));
}
