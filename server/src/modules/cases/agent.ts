import type { Context } from '../../kernel/context.ts';
import { IDENTITY_DOCUMENT_TYPES, isIdentityDocumentType } from '@tongban/identifiers';
import { unsafeReadPerson } from '../../kernel/identity/index.ts';
import { identityCheckLabels } from '../../kernel/window-devices/contract.ts';
import { agentAuthorityLabels, type CounterAgent } from './agent.contract.ts';
import type { StoredAgent } from './tables.ts';

/** Whom an agent stands for. */
interface Represented { agent: StoredAgent | null; applicantKind: 'person' | 'company' }

function roleOf({ authority }: StoredAgent, applicantKind: Represented['applicantKind']): string {
  if (authority === 'representative') return '法定代表人';
  return applicantKind === 'company' ? '经办人' : '代理人';
}

const documentName = (type: string): string => (isIdentityDocumentType(type) ? IDENTITY_DOCUMENT_TYPES[type] : '其他证件');

/** The agent with numbers masked, for who may see the case; null where the applicant came in person. */
export function presentAgent({ agent, applicantKind }: Represented): CounterAgent | null {
  if (agent === null) return null;
  return {
    role: roleOf(agent, applicantKind), name: agent.name, documentTypeName: documentName(agent.documentType), documentNumber: agent.documentMasked, mobile: agent.mobileMasked,
    authority: agent.authority, authorityLabel: agentAuthorityLabels[agent.authority], mandated: agent.mandateId !== null && agent.authority !== 'representative', identifiedBy: agent.identifiedBy, letter: agent.letter,
  };
}

/** The agent as written notices print it, numbers masked: they pass through many hands. */
export function agentForNotices(record: Represented): { agent?: Record<'role' | 'name' | 'document' | 'mobile' | 'authority', string> } {
  const shown = presentAgent(record);
  if (shown === null) return {};
  return { agent: { role: shown.role, name: shown.name, document: `${shown.documentTypeName}${shown.documentNumber}`, mobile: shown.mobile ?? '', authority: shown.authorityLabel } };
}

/** What the record of a case says of its registration at a counter. */
export function agentInWords(record: Represented): string {
  const shown = presentAgent(record);
  return shown === null ? '' : `由${shown.role}${shown.name}办理（${identityCheckLabels[shown.identifiedBy]}，${shown.authorityLabel}）。`;
}

/** The agent's numbers: in full for `purpose`, which is recorded, masked without one. */
export async function readAgentNumbers(ctx: Context, { agent }: Represented, purpose: string | undefined): Promise<{ documentNumber: string; mobile: string | null } | null> {
  if (agent === null) return null;
  if (purpose === undefined) return { documentNumber: agent.documentMasked, mobile: agent.mobileMasked };
  const { documentNumber, mobile } = await unsafeReadPerson(ctx, agent.personId, purpose);
  return { documentNumber, mobile };
}

/** The file of the agent's letter of authority, if there is one. */
export function lettersOf({ agent }: Pick<Represented, 'agent'>): string[] {
  return agent?.letter ? [agent.letter.id] : [];
}
