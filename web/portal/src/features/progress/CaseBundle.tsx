import { useQuery } from '@tanstack/react-query';
import { Notice } from '@tongban/ui';
import { getBundleOfCase } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { api } from '../../shared/api.ts';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

/** Says of which bundle a case is a part; nothing for one that was applied for alone. */
export function CaseBundle({ caseId }: { caseId: string }) {
  const { data } = useQuery({ queryKey: [getBundleOfCase.id, caseId], queryFn: () => api.call(getBundleOfCase, { params: { caseId } }), staleTime: 30_000 });
  const one = data?.application;
  if (!one) return null;
  return (
    <Notice title={text.case.partOf(one.bundleName)} actions={<ButtonLink to={links.bundleApplication(one.id)}>{text.case.whole}</ButtonLink>}>
      <p>{text.case.sisters(one.items.settled, one.items.all)}{one.state === 'supplementing' && text.case.joint}</p>
    </Notice>
  );
}
