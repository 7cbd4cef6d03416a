import type { Static } from '@tongban/contract-kit';
import { holds } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { describeClock, findAccount } from '../../../kernel/time-accounts/index.ts';
import type { OpenTask } from '../../../kernel/workflow/index.ts';
import { getPinnedVersion, licenceTypeOf } from '../../catalog/index.ts';
import { getLicenceType } from '../../licences/index.ts';
import { listCaseTasks } from '../case-process.ts';
import type { CaseAbilities, CaseMaterialView, CaseView, SpecialProcedureView, SupplementView } from '../contract.ts';
import { presentAgent } from '../agent.ts';
import { awaitsLicence } from '../awaits-licence.ts';
import { isDecider, readOffices } from '../offices.ts';
import { isRateable, presentNotice, presentReviews, presentSummary, presentTimeline, type ActionRow, type MaterialRow } from '../present-case.ts';
import { getCaseRecord, isApplicantSide, isFilingSide, isWithinOffice, type CaseRecord } from '../record.ts';
import { allows } from '../states.ts';
import { listActions, listMaterials, listNotices, toProposal } from './case-parts.ts';

/** Facts beside the record that decide what the reader may do. */
interface Standing {
  tasks: readonly OpenTask[];
  /** Speaks for the deciding authority. */
  decides: boolean;
  /** Works in the department that asked for the running special procedure. */
  proposed: boolean;
  /** The licence of the decision has not been made yet. */
  licencePending: boolean;
}

function abilitiesOf(ctx: Context, record: CaseRecord, { tasks, decides, proposed, licencePending }: Standing): CaseAbilities {
  const { actor } = ctx;
  const { state } = record;
  const applicant = isApplicantSide(ctx, record);
  const filing = isFilingSide(ctx, record);
  const has = (permission: string): boolean => actor.kind === 'staff' && holds(actor, permission);
  const at = (...steps: OpenTask['step'][]): boolean => tasks.some((task) => task.mine && steps.includes(task.step));
  const mayAccept = has('intake.case.accept') && at('acceptance');
  const mayDecide = has('handling.case.decide');
  const works = has('handling.case.review') && at('review', 'decision');
  return {
    accept: mayAccept && allows(state, 'accept'), refuse: mayAccept && allows(state, 'refuse'),
    requestSupplement: mayAccept && allows(state, 'request-supplement') && state.round === 0,
    supplement: filing && allows(state, 'supplement'),
    review: has('handling.case.review') && at('review') && allows(state, 'review'),
    returnForRework: mayDecide && at('decision') && allows(state, 'return-for-rework'),
    handleStep: at('custom') && allows(state, 'handle-step'),
    proposeSpecialProcedure: works && record.projectType !== '1' && allows(state, 'propose-special-procedure')
      && !state.special.some((one) => one.state === 'proposed'),
    approveSpecialProcedure: decides && state.special.some((one) => one.state === 'proposed'),
    endSpecialProcedure: (works || (proposed && has('handling.case.review'))) && allows(state, 'end-special-procedure'),
    extend: decides && allows(state, 'extend') && !state.extended && record.projectType !== '1',
    decide: has('handling.case.conclude') && at('decision') && allows(state, 'decide'),
    deliver: has('handling.case.deliver') && at('delivery') && allows(state, 'deliver') && !licencePending,
    deliverAgain: actor.kind === 'staff' && state.returnedOn !== undefined && state.revokedOn === undefined && allows(state, 'deliver-again') && isWithinOffice(ctx, actor, record, 'handling.case.deliver'),
    withdraw: filing && allows(state, 'withdraw'), terminate: decides && allows(state, 'terminate'),
    rate: applicant && isRateable(ctx, record), readFull: applicant || has('cases.case.read-full'),
  };
}

function presentMaterials(materials: readonly MaterialRow[]): Static<typeof CaseMaterialView>[] {
  const latest = new Map(materials.map((material) => [material.key, material.id]));
  return materials.map(({ caseId: _caseId, ...material }) => ({ ...material, superseded: latest.get(material.key) !== material.id }));
}

function presentSupplement(record: CaseRecord, actions: readonly ActionRow[]): Static<typeof SupplementView> | null {
  const request = record.status === 'supplementing' ? actions.findLast(({ type }) => type === 'request-supplement') : undefined;
  if (!request || !record.supplementDueOn) return null;
  const detail = request.detail as { explanation: string; items: Static<typeof SupplementView>['items'] };
  return { requestedAt: request.at.toISOString(), dueOn: record.supplementDueOn, explanation: detail.explanation, items: detail.items };
}

function presentProcedures(record: CaseRecord, actions: readonly ActionRow[], forOffice: boolean): Static<typeof SpecialProcedureView>[] {
  return record.state.special.flatMap((procedure) => {
    const about = (type: string): ActionRow | undefined => actions.find((action) => action.type === type && action.detail['procedureId'] === procedure.id);
    const proposed = about('propose-special-procedure');
    if (!proposed) return [];
    const { name, reason, days, documents, actorName } = toProposal(proposed);
    const started = about('start-special-procedure');
    const ended = about('end-special-procedure');
    const endDocuments = (ended?.detail['documents'] ?? []) as { id: string; name: string }[];
    return [{
      id: procedure.id, key: procedure.key, name, state: procedure.state, days, reason, startedOn: started?.step.on ?? null,
      endedOn: ended?.step.on ?? null, result: ended?.opinion ?? null, proposedBy: forOffice ? actorName : proposed.organizationName ?? record.organizationName, documents: [...documents, ...endDocuments],
    }];
  });
}

/** Whether the reader's department, or one that was merged into it, asked for the running special procedure. */
async function isOfProposer(ctx: Context, record: CaseRecord, actions: readonly ActionRow[]): Promise<boolean> {
  const offices = await readOffices(ctx);
  const running = record.state.special.find(({ state }) => state === 'running');
  const { actor } = ctx;
  return running !== undefined && actor.kind === 'staff' && actions.some(({ type, detail, organizationId }) =>
    type === 'propose-special-procedure' && detail['procedureId'] === running.id && organizationId !== null && (offices.get(organizationId)?.id ?? organizationId) === actor.organizationId);
}

async function licenceValidityOf(ctx: Context, record: CaseRecord): Promise<CaseView['licenceValidity']> {
  const licenceTypeCode = licenceTypeOf(await getPinnedVersion(ctx, record.itemVersionId), record.situationKey);
  return licenceTypeCode === undefined ? null : (await getLicenceType(ctx, licenceTypeCode)).validity;
}

/** The whole case page for the reader: what one may see of it, and what one may do now. @throws cases.not-found */
export async function viewCase(ctx: Context, caseId: string): Promise<CaseView> {
  const record = await getCaseRecord(ctx, caseId);
  const [actions, materials, notices, clock, tasks, decides] = await Promise.all([
    listActions(ctx, caseId), listMaterials(ctx, caseId), listNotices(ctx, caseId),
    findAccount(ctx, { subjectType: 'case', subjectId: caseId }), listCaseTasks(ctx, caseId), isDecider(ctx, record),
  ]);
  const office = ctx.actor.kind === 'staff';
  const abilities = abilitiesOf(ctx, record, { tasks, decides, proposed: await isOfProposer(ctx, record, actions), licencePending: await awaitsLicence(ctx, record) });
  const described = describeClock(clock, { promisedDays: record.promisedDays, legalDays: record.legalDays });
  return {
    ...presentSummary(ctx, record, described), version: record.version, itemVersionId: record.itemVersionId, situationKey: record.situationKey, situationName: record.situationName,
    applicant: { kind: record.applicantKind, name: record.applicantName, documentNumber: record.applicantDocumentMasked, mobile: record.applicantMobileMasked },
    filer: record.filerKind === 'self' ? null : { kind: record.filerKind, name: record.filerName },
    agent: presentAgent(record),
    clock: described, timeline: presentTimeline(actions, office), materials: presentMaterials(materials), notices: notices.map(presentNotice),
    reviews: office ? presentReviews(actions) : [],
    tasks: tasks.map(({ taskId, name, step, handler, organizations, mine, sign }) =>
      ({ taskId, name, step, handler: office ? handler : organizations.join('、') || record.organizationName, mine, sign: office ? sign : null })),
    supplement: presentSupplement(record, actions), specialProcedures: presentProcedures(record, actions, office), licence: record.result,
    licenceValidity: abilities.decide ? await licenceValidityOf(ctx, record) : null,
    acceptanceDueOn: record.acceptanceDueOn,
    returnedOn: record.state.returnedOn ?? null, revokedOn: record.state.revokedOn ?? null, abilities,
  };
}
