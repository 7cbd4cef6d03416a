import { useQuery } from '@tanstack/react-query';
import { kindsOfRules, listFindings, listSupervisionRules, thresholdNames, toldPostLabels, type SupervisionRule } from '@tongban/server/src/modules/supervision/rules.contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { LevelTag, Tag } from '../../../shared/case/tags.tsx';
import { links } from '../../../shared/links.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { RegionName } from '../../../shared/RegionName.tsx';
import { text } from '../text.ts';
import { useNews } from '../use-news.ts';
import { RuleDrawer } from './RuleDrawer.tsx';
import '../supervision.css';

const words = text.rules;

/** What raises which signal, whom it is told, and where it holds; supervisors change it here (SUP-01). */
export function RulesPage() {
  const refetchInterval = useNews('supervision.rules', [listSupervisionRules], 30_000);
  const query = useQuery({ queryKey: [listSupervisionRules.id], queryFn: () => api.call(listSupervisionRules, {}), refetchInterval });
  const findings = useQuery({ queryKey: [listFindings.id], queryFn: () => api.call(listFindings, {}) });
  const findingNames = new Map(findings.data?.sources.flatMap(({ source, items }) => items.map(({ finding, name }) => [finding, `${words.sources[source]}：${name}`])) ?? []);
  const navigate = useNavigate();
  const [open, setOpen] = useState<SupervisionRule | 'new'>();
  return (
    <PageState query={query}>
      {({ items, canEdit, recheckLeft }) => (
        <Page
          fill title={words.title} aside={recheckLeft > 0 ? <Tag tone="warning">{words.recheck(recheckLeft)}</Tag> : null}
          actions={<><Button onClick={() => { void navigate(links.board()); }}>{words.back}</Button>{canEdit ? <Button type="primary" onClick={() => setOpen('new')}>{words.create}</Button> : null}</>}
        >
          <div className="frame">
            <ListTable<SupervisionRule> cards label={words.title} columns={columnsFor(findingNames)} rows={items} rowKey={(row) => row.id} minWidth="78.5rem" empty={<Empty title={words.empty[0] ?? ''}>{words.empty[1]}</Empty>} onOpen={setOpen} />
          </div>
          {open ? <RuleDrawer key={open === 'new' ? 'new' : `${open.id}.${open.version}`} rule={open === 'new' ? undefined : open} canEdit={canEdit} onClose={() => setOpen(undefined)} /> : null}
        </Page>
      )}
    </PageState>
  );
}

function thresholdsOf({ kind, thresholds, findings }: SupervisionRule, findingNames: ReadonlyMap<string, string>): string {
  const { thresholds: own, names } = kindsOfRules[kind];
  if (names === 'findings') return findings.map((finding) => findingNames.get(finding) ?? finding).join('；');
  return thresholdNames.flatMap((name) => { const one = own[name]; return one ? [`${one.label} ${thresholds[name] ?? one.usual}`] : []; }).join('，');
}

function Scope({ rule: { regionCode, organizationName, itemName, projectType } }: { rule: SupervisionRule }) {
  const parts = [organizationName, itemName, projectType ? words.types[projectType] : null].filter((part) => part !== null && part !== undefined).join(' · ');
  if (regionCode === null && parts === '') return words.everywhere;
  return <>{regionCode === null ? null : <RegionName code={regionCode} />} {parts}</>;
}

const columnsFor = (findingNames: ReadonlyMap<string, string>): readonly Column<SupervisionRule>[] => [
  { key: 'no', title: words.columns.no, width: '5rem', fixed: true, render: (row) => <span className="number">{row.ruleNo}</span> },
  { key: 'name', title: words.columns.name, wrap: true, render: (row) => <><span className="list__strong">{row.name}</span> {row.active ? null : <Tag>{words.off}</Tag>}</> },
  { key: 'kind', title: words.columns.kind, width: '9rem', wrap: true, render: (row) => kindsOfRules[row.kind].label },
  { key: 'level', title: words.columns.level, width: '4.5rem', render: (row) => <LevelTag level={row.level} why={row.name} /> },
  { key: 'thresholds', title: words.columns.thresholds, width: '14rem', wrap: true, render: (row) => thresholdsOf(row, findingNames) },
  { key: 'told', title: words.columns.told, width: '14rem', wrap: true, render: (row) => row.told.map((post) => toldPostLabels[post]).join('、') },
  { key: 'scope', title: words.columns.scope, width: '11rem', wrap: true, render: (row) => <Scope rule={row} /> },
  { key: 'open', title: words.columns.open, width: '5.5rem', align: 'right', render: (row) => <span className={row.openSignals > 0 ? 'number' : 'faint'}>{row.openSignals}</span> },
];
