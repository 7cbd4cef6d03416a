import { Code, Id, Nullable, Type, type Static } from '@tongban/contract-kit';
import { identityCheckMethods } from '../../kernel/window-devices/contract.ts';

/**
 * By what somebody at the counter acts for the applicant: letter 授权委托书 as a file, original 授权委托书原件, seen by the clerk,
 * mandate 平台上已接受的授权, representative 法定代表人, who needs none.
 */
export const agentAuthorities = ['letter', 'original', 'mandate', 'representative'] as const;
export type AgentAuthority = (typeof agentAuthorities)[number];
export const agentAuthorityLabels: Readonly<Record<AgentAuthority, string>> = {
  letter: '已附授权委托书', original: '已核验授权委托书原件', mandate: '平台上已接受的授权', representative: '法定代表人身份',
};

/** Who stood at the counter for the applicant, with numbers masked: 经办人 of a company, 代理人 of a person. */
export const CounterAgent = Type.Object({
  /** 经办人, 代理人 or 法定代表人. */
  role: Type.String(),
  name: Type.String(),
  documentTypeName: Type.String(),
  documentNumber: Type.String(),
  mobile: Nullable(Type.String()),
  authority: Code(agentAuthorities),
  authorityLabel: Type.String(),
  /** The agent holds a mandate on the platform that was accepted and covers the item; only such a mandate gives rights there. */
  mandated: Type.Boolean(),
  identifiedBy: Code(identityCheckMethods),
  letter: Nullable(Type.Object({ id: Id, name: Type.String(), size: Type.Integer(), mediaType: Type.String() })),
});
export type CounterAgent = Static<typeof CounterAgent>;
