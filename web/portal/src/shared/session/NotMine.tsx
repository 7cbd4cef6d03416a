import { EmptyState } from '@tongban/ui';
import { UserRoundSearch } from 'lucide-react';
import { chooseText } from '../../locale/locale.ts';
import { problemOf } from '../api.ts';
import { ButtonLink } from '../layout/Links.tsx';
import { links } from '../links.ts';
import { SwitchButtons, useOtherIdentities } from './SwitchIdentity.tsx';

const text = chooseText({
  'zh-CN': {
    lead: '它可能属于您代表的其他企业或个人，请切换身份后查看。',
    space: '回到我的空间',
  },
});

/** Something that cannot be seen in this part: says why, and offers the other parts one may act in. */
export function NotMine({ error }: { error: unknown }) {
  const problem = problemOf(error);
  const others = useOtherIdentities();
  return (
    <EmptyState
      icon={<UserRoundSearch size={48} aria-hidden="true" />} title={problem.title}
      action={(
        <div className="tb-button-row">
          <SwitchButtons />
          <ButtonLink to={links.space()}>{text.space}</ButtonLink>
        </div>
      )}
    >
      {others.length > 0 ? text.lead : problem.detail}
    </EmptyState>
  );
}
