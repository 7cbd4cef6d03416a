import { useQuery } from '@tanstack/react-query';
import { getBundleOfCase } from '@tongban/server/src/modules/bundle-applications/contract.ts';
import { Popover } from 'antd';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

/** Of which bundle a case is a part, with how the other items stand; nothing for one that was applied for alone. */
export function CaseBundle({ caseId }: { caseId: string }) {
  const { data } = useQuery({ queryKey: [getBundleOfCase.id, caseId], queryFn: () => api.call(getBundleOfCase, { params: { caseId } }), staleTime: 30_000 });
  const one = data?.application;
  if (!one) return null;
  const sisters = (
    <ul className="case-bundle">
      {one.children.map((child) => (
        <li key={child.key}>{child.caseId && child.caseId !== caseId ? <Link to={links.case(child.caseId)}>{child.itemName}</Link> : child.itemName}<span className="muted">　{child.organizationName}，{child.label}</span></li>
      ))}
    </ul>
  );
  return <Popover content={sisters} title={text.bundle.sisters}><Link to={links.bundleCase(one.id)}>{text.bundle.partOf(one.bundleName)}</Link></Popover>;
}
