import { useQuery } from '@tanstack/react-query';
import { listDemoAccounts } from '@tongban/server/src/kernel/identity/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { groupByPlace } from './group-accounts.ts';
import type { Demo } from './demo.ts';
import { text } from './text.ts';

/** The officers of a demonstration city by department; one click fills account and password. Nothing is shown elsewhere. */
export function DemoAccounts({ chosen, onChoose }: { chosen: Demo | undefined; onChoose: (account: Demo) => void }) {
  const accounts = useQuery({ queryKey: [listDemoAccounts.id], staleTime: 300_000, queryFn: () => plainApi.call(listDemoAccounts, {}) })
    .data?.items.filter((account) => account.kind === 'staff') ?? [];
  if (accounts.length === 0) return null;
  return (
    <section className="demo" aria-label={text.demo.title}>
      <h2>{text.demo.title}</h2>
      <p className="small muted">{text.demo.lead}</p>
      <ul>
        {groupByPlace(accounts).map(({ place, members }) => (
          <li key={place}>
            <span className="demo__place">{place}</span>
            {members.map(({ account, post }) => (
              <button
                key={account.accountName} type="button" title={account.accountName} aria-pressed={account.accountName === chosen?.accountName}
                className={account.accountName === chosen?.accountName ? 'demo__account is-chosen' : 'demo__account'} onClick={() => onChoose(account)}
              >
                <strong>{account.name}</strong><span>{post}</span>
              </button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
