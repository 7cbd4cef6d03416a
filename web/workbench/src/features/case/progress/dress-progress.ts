import type { CaseProcess } from '@tongban/server/src/modules/cases/contract.ts';
import type { Dressing } from '../../../shared/diagram/tones.ts';
import { text } from '../text.ts';

const words = text.progress;

/** What stands out on the diagram of a case: the flows it went along, the steps it passed with their time, and where it is now. */
export function dressProgress({ standing, taken, visits }: Pick<CaseProcess, 'standing' | 'taken' | 'visits'>): Dressing[] {
  const here = new Set(standing.map(({ node }) => node));
  const nodes = [...new Set([...visits.map(({ node }) => node), ...here])];
  const flows = taken.map((id): Dressing => ({ id, tone: 'passed' }));
  return [...flows, ...nodes.map((id): Dressing => {
    const own = visits.filter(({ node }) => node === id);
    const seconds = own.reduce((sum, { elapsedSeconds }) => sum + elapsedSeconds, 0);
    const [stands, times] = [here.has(id), words.times(own.length)];
    const time = own.length === 0 ? '' : words.duration(seconds);
    return { id, tone: stands ? 'standing' : 'passed', words: [stands ? words.here : '', time, own.length > 1 ? times : ''].filter(Boolean).join(' ') };
  })];
}
