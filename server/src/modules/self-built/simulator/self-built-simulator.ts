import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { baseOf, createSimulator, type SimulatorAnswer, type SimulatorRequest } from '../../../kernel/engines/index.ts';
import { linkStateLabels } from '../contract.ts';
import type { LinkState, Report, SignedMessage, TicketContent } from '../exchange.contract.ts';
import { isSigned, sealMessage, type Purpose } from '../signing.ts';
import { reportsIn } from '../states.ts';
import { readApplication, readApplicationFile, refusalIn } from './read-application.ts';
import type { PlatformAnswer, Send, SimulatedCase } from './simulated-case.ts';
import { casePage, refusedPage } from './simulated-page.ts';

export interface SimulatorOptions {
  /** What the system is called. */
  name: string;
  /** Address of the platform. */
  platform: () => string;
  /** The key it was given; undefined as long as it has none. */
  key: () => { keyId: string; secret: string } | undefined;
  now: () => Date;
}

/** A report without what the simulator counts itself. */
export type Happening = Omit<Report, 'reportId' | 'caseNumber' | 'sequence' | 'at'>;

export interface SelfBuiltSimulator {
  server: Server;
  cases: Map<string, SimulatedCase>;
  /** While set, everything is answered with this status. */
  fail: number | undefined;
  /** While true, reports are made but do not leave: the line is cut. */
  cut: boolean;
  /** Lets something happen to a case and reports it; gives the platform's answer. */
  happen: (caseNumber: string, what: Happening) => Promise<PlatformAnswer>;
  send: Send;
}

const acts: Readonly<Record<string, (name: string) => Happening>> = {
  'accepted': () => ({ kind: 'accepted', opinion: '申请材料齐全，予以受理。' }),
  'supplement-needed': () => ({ kind: 'supplement-needed', opinion: '请按所列内容一次补齐。', items: [{ name: '不动产权属来源材料', reason: '复印件不清楚，请提供原件' }] }),
  'supplemented': () => ({ kind: 'supplemented', opinion: '补正材料已收到。' }),
  'in-progress': () => ({ kind: 'in-progress', stepName: '权籍调查', opinion: '权籍调查已完成，界址清楚。' }),
  'decided-approved': (number) => ({ kind: 'decided', outcome: 'approved', opinion: '符合登记条件，准予登记。', documents: [{ name: '不动产登记结果.pdf', content: certificate(number).toString('base64') }] }),
  'decided-denied': () => ({ kind: 'decided', outcome: 'denied', opinion: '不予登记。', reasons: '权属存在争议，依法不予登记。' }),
  'delivered': () => ({ kind: 'delivered', receiver: '申请人', method: 'counter', opinion: '证书已领取。' }),
};

/** A one-page PDF that names the case. */
function certificate(number: string): Buffer {
  const stream = `BT /F1 18 Tf 72 720 Td (Registration result (simulated)) Tj 0 -32 Td (No. ${number.replace(/[^A-Za-z0-9-]/g, '')}) Tj ET`;
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  return Buffer.from(`%PDF-1.4\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`, 'latin1');
}

const stateAfter: Readonly<Record<Report['kind'], LinkState>> = {
  'accepted': 'accepted', 'supplement-needed': 'supplementing', 'supplemented': 'entered', 'refused': 'ended', 'in-progress': 'in-progress', 'decided': 'decided', 'delivered': 'delivered',
};

/** Makes a runnable self-built system for tests, rehearsals and the demonstration, by the contract of docs/manuals/self-built-systems.md. */
export function createSelfBuiltSimulator({ name, platform, key, now }: SimulatorOptions): SelfBuiltSimulator {
  const cases = new Map<string, SimulatedCase>();
  const broken = (): SimulatorAnswer => ({ status: simulator.fail ?? 503, body: { message: '演练的故障' } });

  const send: Send = async (path, purpose, payload, message) => {
    const own = key();
    if (!own) return { status: 0, body: { title: '还没有密钥' } };
    const answer = await fetch(`${baseOf(platform())}/api/v1/self-built/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message ?? sealMessage(own, purpose, payload, now())) });
    return { status: answer.status, body: await answer.json() as Record<string, unknown> };
  };

  async function happen(caseNumber: string, what: Happening): Promise<PlatformAnswer> {
    const known = cases.get(caseNumber);
    if (!known) return { status: 404, body: { title: '没有这件' } };
    const report: Report = { reportId: randomUUID(), caseNumber, sequence: known.reports.length + 1, at: now().toISOString(), ...what };
    const answer = simulator.cut ? { status: 200, body: { state: stateAfter[what.kind] } } : await send('reports', 'report', report);
    // What the platform refuses has not happened here either.
    if (answer.status === 200) {
      known.reports.push(report);
      known.state = stateAfter[what.kind];
    }
    return answer;
  }

  /** Answers a question of the platform, signed with its nonce. */
  function answered(purpose: Purpose, answer: (payload: Readonly<Record<string, unknown>>) => object) {
    return ({ body }: SimulatorRequest): SimulatorAnswer => {
      if (simulator.fail !== undefined) return broken();
      const own = key();
      const question = body as SignedMessage | undefined;
      if (!own || !question || question.keyId !== own.keyId || !isSigned(own.secret, purpose, question)) return { status: 401, body: { message: '签名不正确' } };
      return { body: sealMessage(own, 'answer', answer(JSON.parse(question.payload) as Record<string, unknown>), now(), question.nonce) };
    };
  }

  async function enter({ query }: SimulatorRequest): Promise<SimulatorAnswer> {
    if (simulator.fail !== undefined) return broken();
    const answer = await send('tickets/redeem', 'redeem', { ticket: query.get('ticket') ?? '' });
    if (answer.status !== 200) return { status: 403, body: refusedPage(name, refusalIn(answer)) };
    const content = answer.body as TicketContent;
    const application = await readApplication(reader, content.caseNumber);
    const known = cases.get(content.caseNumber);
    // Reports that the line swallowed put it ahead of the platform; otherwise the platform may be ahead, by a supplement answered there.
    const state = known && known.reports.length >= content.nextSequence ? known.state : content.state;
    const entered: SimulatedCase = { content, state, reports: known?.reports ?? [], application };
    cases.set(content.caseNumber, entered);
    return { body: casePage(name, entered) };
  }

  /** A file of a case that came here, as the officer opens it from the page. */
  async function open({ rest, query }: SimulatorRequest): Promise<SimulatorAnswer> {
    const caseNumber = query.get('case') ?? '';
    if (!cases.has(caseNumber)) return { status: 404, body: refusedPage(name, '没有这件。') };
    const handed = await readApplicationFile(reader, caseNumber, rest);
    return 'refused' in handed ? { status: 403, body: refusedPage(name, handed.refused) } : { body: handed.content.bytes, mediaType: handed.content.mediaType };
  }

  const reader = { send, key, now };
  const simulator: SelfBuiltSimulator = { server: undefined as never, cases, fail: undefined, cut: false, happen, send };
  simulator.server = createSimulator({
    'GET /': enter,
    'GET /files/*': open,
    'POST /acts/*': async ({ rest, body }) => {
      const act = acts[String(body?.['act'])];
      if (!act) return { status: 400, body: { message: '没有这个操作' } };
      const answer = await happen(rest, act(rest));
      const { state = 'ended' } = cases.get(rest) ?? {};
      const message = answer.status !== 200 ? refusalIn(answer) : simulator.cut ? '线路中断，平台稍后会来补取' : `平台已收到，状态：${linkStateLabels[state]}`;
      return { body: { message, state: linkStateLabels[state], allowed: reportsIn(state) } };
    },
    /** `{fail: 503 | null, cut: boolean}` rehearses outages. */
    'POST /switches': ({ body }) => {
      simulator.fail = typeof body?.['fail'] === 'number' ? body['fail'] : undefined;
      simulator.cut = body?.['cut'] === true;
      return { body: { fail: simulator.fail ?? null, cut: simulator.cut } };
    },
    'POST /tongban/health': answered('health', () => ({ ok: true })),
    'POST /tongban/reports': answered('reports', ({ cases: asked }) => {
      const wanted = asked as { caseNumber: string; after: number }[];
      return {
        cases: wanted.map(({ caseNumber }) => ({ caseNumber, known: cases.has(caseNumber), lastSequence: cases.get(caseNumber)?.reports.length ?? 0 })),
        reports: wanted.flatMap(({ caseNumber, after }) => cases.get(caseNumber)?.reports.slice(after) ?? []),
      };
    }),
    'POST /tongban/cases': answered('cases', ({ from, to }) => ({
      cases: [...cases.values()].filter(({ content }) => String(from) <= chinaDate(new Date(content.enteredAt)) && chinaDate(new Date(content.enteredAt)) <= String(to))
        .map(({ content, state, reports }) => ({ caseNumber: content.caseNumber, lastSequence: reports.length, state })),
    })),
  }, { mostBytes: 1024 * 1024 });
  return simulator;
}

/** Where the demonstration keeps the key of its simulated system, in the data folder; readable by its owner alone. */
export const simulatorKeyFile = 'self-built-simulator-key.json';
