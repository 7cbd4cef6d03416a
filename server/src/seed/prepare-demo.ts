import { systemActor } from '../kernel/access/index.ts';
import { systemContext, type Context, type Kernel } from '../kernel/context.ts';
import { createId } from '../kernel/db/index.ts';
import { seedRegions } from '../kernel/organization/index.ts';
import { readSite, saveSiteSettings } from '../kernel/site/index.ts';
import { seedAutomationSettings } from './automation/seed-automation.ts';
import { seedBundles } from './bundles/seed-bundles.ts';
import { seedCustody } from './custody/seed-custody.ts';
import { dispatchRules } from './dispatch/index.ts';
import { demoPassword, seedIdentity } from './identity/seed-identity.ts';
import { seedItems, seedLicenceTypes, widerItems, widerLicenceTypes } from './content/index.ts';
import { seedHall } from './halls/seed-hall.ts';
import { seedDelegations } from './directory/seed-delegations.ts';
import { seedDirectory } from './directory/seed-directory.ts';
import { seedReviewProcesses } from './reviews/seed-review-processes.ts';
import { seedMaterials } from './materials/seed-materials.ts';
import { seedRecognition } from './recognition/seed-recognition.ts';
import { seedRuleSets } from './rules/seed-rule-sets.ts';
import { seedChannels } from './seed-channels.ts';
import { findDepartments, seedServices } from './seed-services.ts';
import { seedSelfBuilt } from './self-built/seed-self-built.ts';
import { seedStuckMatters } from './stuck-matters/seed-stuck-matters.ts';

/**
 * Seeds the demonstration city on the first start; gives the lines that tell whoever started it how to sign in.
 * What an interrupted first start left out is added by the next.
 */
export async function prepareDemo(kernel: Kernel, log: (line: string) => void): Promise<string[]> {
  const ctx = systemContext(kernel, systemActor('seed', '演示数据'), createId());
  if (await seedRegions(kernel.db) > 0) log('已载入行政区划。');
  const { accounts, fresh, organizations } = await seedIdentity(ctx);
  await seedSite(ctx);
  await seedChannels(ctx);
  await seedReviewProcesses(ctx);
  // A demonstration that was begun before a department joined goes on without its items.
  const offered = [...seedItems, ...widerItems].filter(({ department }) => organizations.has(department));
  const added = await seedServices(kernel, offered, [...seedLicenceTypes, ...widerLicenceTypes], seedMaterials);
  const organizationIdOf = await findDepartments(ctx);
  await seedDirectory(ctx, organizationIdOf);
  await seedDelegations(ctx, organizationIdOf);
  await seedBundles(ctx, organizationIdOf);
  await seedRuleSets(ctx, organizationIdOf);
  await seedRuleSets(ctx, organizationIdOf, dispatchRules);
  await seedAutomationSettings(ctx);
  await seedRecognition(ctx);
  await seedStuckMatters(ctx, organizationIdOf);
  await seedCustody(ctx, organizationIdOf);
  await seedHall(ctx, organizationIdOf);
  await seedSelfBuilt(ctx, organizationIdOf);
  if (added > 0 || fresh) log('已载入演示城市：四川省广安市广安区。人员、企业和办件均为虚构。');
  const shown = accounts.filter(({ accountName }) => shownFirst.some((name) => accountName.startsWith(name)) || /^\d/.test(accountName));
  return [
    `\n演示账号（密码均为 ${demoPassword}；工作人员的动态口令见登录页“演示账号”）`,
    ...shown.map(({ kind, accountName, description }) => `  ${kind === 'staff' ? '工作台' : '门户  '}  ${accountName.padEnd(20)} ${description}`),
  ];
}

/** Names the demonstration city; what somebody has set stays. */
async function seedSite(ctx: Context): Promise<void> {
  const { revision, settings } = await readSite(ctx);
  if (revision > 0) return;
  await saveSiteSettings(ctx, { revision, settings: { ...settings, cityName: '广安市广安区', organizer: '广安市广安区人民政府', operator: '广安市广安区行政审批局' } });
}

/** One department and those who serve the whole district; the sign-in page lists all. */
const shownFirst = ['housing.', 'police.', 'item.admin', 'supervisor', 'hall.leader', 'system.admin', 'security.admin', 'audit.admin'];
