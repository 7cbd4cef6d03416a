import { handle } from '../../../kernel/module/index.ts';
import * as contract from '../claim.contract.ts';
import { readClaimRates } from '../claims/claim-rates.ts';
import { decideClaims, withdrawClaim } from '../claims/decide-claims.ts';
import { listDuties, saveDuties } from '../claims/duties.ts';
import { listClaims } from '../claims/list-claims.ts';
import { listSlots } from '../claims/list-slots.ts';
import { nameGuidanceDepartment } from '../claims/name-guidance-department.ts';
import { submitClaims } from '../claims/submit-claims.ts';
import { suggestMatches } from '../claims/suggest-matches.ts';

export const claimRoutes = [
  handle(contract.listSlots, (ctx, { query }) => listSlots(ctx, query)),
  handle(contract.listClaims, (ctx, { query }) => listClaims(ctx, query)),
  handle(contract.claimEntries, async (ctx, { body }) => ({ results: await submitClaims(ctx, body) })),
  handle(contract.decideClaims, async (ctx, { body }) => ({ results: await decideClaims(ctx, body) })),
  handle(contract.withdrawClaim, (ctx, { params, body }) => withdrawClaim(ctx, params.claimId, body)),
  handle(contract.suggestMatches, async (ctx, { query }) => ({ matches: await suggestMatches(ctx, query.regionCode, query.entryIds) })),
  handle(contract.getClaimRates, (ctx, { query }) => readClaimRates(ctx, query.regionCode, query.by)),
  handle(contract.listDuties, async (ctx, { query }) => ({ items: await listDuties(ctx, query.regionCode) })),
  handle(contract.nameGuidanceDepartment, (ctx, { params, body }) => nameGuidanceDepartment(ctx, params.code, body.name)),
  handle(contract.saveDuties, async (ctx, { body }) => ({ items: await saveDuties(ctx, body.regionCode, body.duties) })),
];
