import { handle } from '../../../kernel/module/index.ts';
import { advanceMatter } from '../actions/advance-matter.ts';
import { advanceOwnMatter } from '../actions/advance-own-matter.ts';
import { registerMatter, reportMatter } from '../actions/register-matter.ts';
import * as contract from '../contract.ts';
import { removeDuty, readDuty, saveDuty } from '../duty.ts';
import { listOfficers } from '../handlers.ts';
import { findEntries, viewEntry } from '../knowledge/entries.ts';
import { advanceEntry, writeEntry } from '../knowledge/write-entry.ts';
import { readList } from '../lists.ts';
import { exportMatters } from '../queries/export-matters.ts';
import { findMatters } from '../queries/list-matters.ts';
import { findOwnMatters, viewOwnMatter } from '../queries/own-matters.ts';
import { exportStatistics, readStatistics } from '../queries/read-statistics.ts';
import { readMatterFile, readOwnMatterFile } from '../queries/read-matter-file.ts';
import { readContact, viewMatter } from '../queries/view-matter.ts';
import { readSettings, saveListEntry, saveSettings } from '../settings.ts';

const ownRoutes = [
  handle(contract.reportMatter, (ctx, { body }) => reportMatter(ctx, body)),
  handle(contract.listOwnMatters, (ctx, { query }) => findOwnMatters(ctx, query)),
  handle(contract.getOwnMatter, (ctx, { params }) => viewOwnMatter(ctx, params.matterId)),
  handle(contract.readOwnMatterFile, (ctx, { params }) => readOwnMatterFile(ctx, params.matterId, params.fileId)),
  handle(contract.advanceOwnMatter, (ctx, { params, body }) => advanceOwnMatter(ctx, params.matterId, body)),
  handle(contract.listReasons, async (ctx) => ({ items: await readList(ctx.kernel, 'reason') })),
];

const officeRoutes = [
  handle(contract.registerMatter, (ctx, { body }) => registerMatter(ctx, body)),
  handle(contract.listMatters, (ctx, { query }) => findMatters(ctx, query)),
  handle(contract.exportMatters, (ctx, { query }) => exportMatters(ctx, query)),
  handle(contract.getMatter, (ctx, { params }) => viewMatter(ctx, params.matterId)),
  handle(contract.readContact, (ctx, { params, body }) => readContact(ctx, params.matterId, body.purpose)),
  handle(contract.readMatterFile, (ctx, { params }) => readMatterFile(ctx, params.matterId, params.fileId)),
  handle(contract.advanceMatter, (ctx, { params, body }) => advanceMatter(ctx, params.matterId, body)),
  handle(contract.listAssignees, async (ctx, { query }) => ({ officers: await listOfficers(ctx, query) })),
  handle(contract.getMatterStatistics, (ctx, { query }) => readStatistics(ctx, query)),
  handle(contract.exportMatterStatistics, (ctx, { query }) => exportStatistics(ctx, query)),
];

const otherRoutes = [
  handle(contract.getMatterSettings, (ctx) => readSettings(ctx)),
  handle(contract.saveMatterSettings, (ctx, { body }) => saveSettings(ctx, body)),
  handle(contract.listCauses, async (ctx) => ({ items: await readList(ctx.kernel, 'cause') })),
  handle(contract.saveListEntry, (ctx, { params, body }) => saveListEntry(ctx, params.list, { code: params.code, ...body })),
  handle(contract.listDuty, (ctx, { query }) => readDuty(ctx, query)),
  handle(contract.saveDuty, (ctx, { params, body }) => saveDuty(ctx, params.on, body)),
  handle(contract.removeDuty, (ctx, { params }) => removeDuty(ctx, params.on)),
  handle(contract.listEntries, (ctx, { query }) => findEntries(ctx, query)),
  handle(contract.getEntry, (ctx, { params }) => viewEntry(ctx, params.entryId)),
  handle(contract.writeEntry, (ctx, { body }) => writeEntry(ctx, body)),
  handle(contract.advanceEntry, (ctx, { params, body }) => advanceEntry(ctx, params.entryId, body)),
];

export const stuckMattersRoutes = [...ownRoutes, ...officeRoutes, ...otherRoutes];
