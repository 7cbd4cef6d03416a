import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAutomation } from '../../server/src/modules/decisioning/contract.ts';
import { enterAs } from './citizen.ts';
import { openBrowser } from './open-page.ts';
import { seatOfficer } from './staff.ts';

let browser: Browser;
beforeAll(async () => { browser = await openBrowser(); });
afterAll(async () => { await browser.close(); });
