import path from 'node:path';
import { access } from 'node:fs/promises';
import { createClient, type ApiClient } from '@tongban/api-client';
import type { Browser, Page } from 'playwright-core';
import { vi } from 'vitest';
import { listDemoAccounts, type DemoAccount } from '../../server/src/kernel/identity/contract.ts';
import { welcome, type viewports, type Visitor } from './open-page.ts';
import { platform } from './platform.ts';

/** An officer at the workbench. */
export interface Officer extends Visitor {
  /** As it stands in the top bar, on tasks and in opinions. */
  readonly name: string;
  /** The API in this very session, to prepare what a journey is not about. */
  readonly client: ApiClient;
}

/** How long one TOTP code and the next may both be used up. */
const CODE_LIMIT_MS = 65_000;

async function accountOf(accountName: string): Promise<DemoAccount> {
  const { items } = await createClient({ baseUrl: platform.url }).call(listDemoAccounts, {});
  const found = items.find((account) => account.accountName === accountName);
  if (!found) throw new Error(`no demonstration account ${accountName}`);
  return found;
}

/** The password of a demonstration account. */
export async function passwordOf(accountName: string): Promise<string> {
  return (await accountOf(accountName)).password;
}

/** The TOTP code to type now; a code is good once, so a third sign-in within a minute waits for the next. */
export async function codeOf(accountName: string): Promise<string> {
  return await vi.waitUntil(async () => (await accountOf(accountName)).totpCode, { timeout: CODE_LIMIT_MS, interval: 1_000 });
}

/** Signs in on the page that is shown: account and password, then the code of the authenticator. */
export async function signInOn(page: Page, accountName: string): Promise<void> {
  const { password } = await accountOf(accountName);
  await page.getByLabel('账号', { exact: true }).fill(accountName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  const code = page.getByLabel('动态口令', { exact: true });
  await code.waitFor();
  await code.fill(await codeOf(accountName));
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}

/** The API with the session of a page, as its scripts call it. */
export async function clientOf(page: Page): Promise<ApiClient> {
  const session = (await page.context().cookies()).find(({ name }) => name === 'tb_session');
  if (!session) throw new Error('nobody is signed in on this page');
  const headers = { 'x-tongban-channel': 'window', cookie: `tb_session=${session.value}` };
  return createClient({ baseUrl: platform.url, headers: () => headers });
}

/**
 * Seats an officer at the workbench's first page. The first journey that needs an account signs it in by password and TOTP;
 * the others of the run go on in that session, as an officer does over a day, and sign in again only when it has ended.
 */
export async function seatOfficer(browser: Browser, accountName: string, viewport: keyof typeof viewports = 'workbench'): Promise<Officer> {
  const kept = path.join(platform.sessionsDir, `${accountName}.json`);
  const known = await access(kept).then(() => true, () => false);
  const visitor = await welcome(browser, viewport, known ? { storageState: kept } : {});
  const { page } = visitor;
  await visitor.visit('/workbench/');
  const inside = page.getByRole('navigation', { name: '主导航' });
  await inside.or(page.getByLabel('账号', { exact: true })).waitFor();
  if (!await inside.isVisible()) {
    await signInOn(page, accountName);
    await page.context().storageState({ path: kept });
  }
  return officerOn(visitor, (await accountOf(accountName)).name);
}

/** The officer who has signed in on a visitor's page. */
export async function officerOn(visitor: Visitor, name: string): Promise<Officer> {
  await visitor.page.getByRole('navigation', { name: '主导航' }).waitFor();
  return { ...visitor, name, client: await clientOf(visitor.page) };
}

/** Gives each officer of a journey one seat, taken at the first use; and the faults of all their pages, but for those that belong to the journey. */
export function takeSeats(browser: () => Browser): { officer: (accountName: string) => Promise<Officer>; faults: (pardoned?: RegExp) => Promise<string[]> } {
  const seats = new Map<string, Promise<Officer>>();
  const officer = (accountName: string): Promise<Officer> => {
    const seat = seats.get(accountName) ?? seatOfficer(browser(), accountName);
    seats.set(accountName, seat);
    return seat;
  };
  return { officer, faults: async (pardoned) => (await Promise.all(seats.values())).flatMap(({ faults }) => faults.filter((fault) => !pardoned?.test(fault))) };
}
