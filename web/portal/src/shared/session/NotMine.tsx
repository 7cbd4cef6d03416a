import { useMutation } from '@tanstack/react-query';
import { Button, EmptyState } from '@tongban/ui';
import { UserRoundSearch } from 'lucide-react';
import { actFor } from '@tongban/server/src/kernel/identity/contract.ts';
import { chooseText } from '../../locale/locale.ts';
import { api, problemOf } from '../api.ts';
import { ButtonLink } from '../layout/Links.tsx';
import { links } from '../links.ts';
import { enterSession, useSession } from './session.ts';

const text = chooseText({
  'zh-CN': {
    lead: '它可能属于您代表的其他企业或个人，请切换身份后查看。',
    space: '回到我的空间',
    switch: (name: string) => `切换为“${name}”`,
  },
});

/** Something that cannot be seen in this part: says why, and offers the other parts one may act in. */
export function NotMine({ error }: { error: unknown }) {
  const { account } = useSession();
  const problem = problemOf(error);
  const change = useMutation({ mutationFn: (mandateId: string | null) => api.call(actFor, { body: { mandateId } }), onSuccess: enterSession });
  const current = account?.session.actingFor?.mandateId ?? null;
  const others = account ? [{ mandateId: null, name: account.name }, ...account.session.actingChoices].filter((one) => one.mandateId !== current) : [];
  return (
    <EmptyState
      icon={<UserRoundSearch size={48} aria-hidden="true" />} title={problem.title}
      action={(
        <div className="tb-button-row">
          {others.map((one) => <Button key={one.mandateId ?? 'self'} busy={change.isPending} onClick={() => change.mutate(one.mandateId)}>{text.switch(one.name)}</Button>)}
          <ButtonLink to={links.space()}>{text.space}</ButtonLink>
        </div>
      )}
    >
      {others.length > 0 ? text.lead : problem.detail}
    </EmptyState>
  );
}
