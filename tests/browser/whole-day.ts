import type { Browser } from 'playwright-core';
import { welcome, type Visitor } from './open-page.ts';
import type { Officer } from './staff.ts';

export const hall = '广安区政务服务中心';
/** The department that accepts, leads and decides. */
export const housing = '广安市广安区住房和城乡建设局';
export const [windowNumber, drawing, permit] = ['21', '挖掘工程设计文件', '挖掘城市道路许可证'] as const;

/** Everybody who has to do with one case on one day, and the machines of the hall. */
export interface Day {
  officer: (accountName: string) => Promise<Officer>;
  citizen: Visitor;
  /** Somebody who is shown a licence. */
  stranger: Visitor;
  kiosk: Visitor;
  terminal: Visitor;
  screen: Visitor;
  /** What people hold in hand or know by heart; `before`: the department's numbers on the board before the case was accepted. */
  held: { hallId: string; code: string; ticket: string; number: string; casePath: string; identifier: string; licence: Buffer; before: ReadonlyMap<string, number> };
  show: (visitor: Visitor, name: string) => Promise<void>;
}

/** One part of the day. */
export interface Chapter { title: string; run: (day: Day) => Promise<void> }

/** Lets everybody sit down, or stand in the hall. */
export async function beginDay(browser: Browser, { officer, show }: Pick<Day, 'officer' | 'show'>): Promise<Day> {
  const [citizen, stranger, kiosk, terminal, screen] = await Promise.all([
    welcome(browser, 'phone'), welcome(browser, 'desktop'), welcome(browser, 'desktop'), welcome(browser, 'desktop'), welcome(browser, 'wide'),
  ]);
  return { officer, show, citizen, stranger, kiosk, terminal, screen, held: { hallId: '', code: '', ticket: '', number: '', casePath: '', identifier: '', licence: Buffer.alloc(0), before: new Map() } };
}

/** A day, `2026-12-07`, as people write it. */
export function inWords(day: string): string {
  return day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
}
