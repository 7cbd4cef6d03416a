import { useQuery } from '@tanstack/react-query';
import { kindsOfRules, listSupervisionRules, thresholdNames, toldPostLabels, type SupervisionRule } from '@tongban/server/src/modules/supervision/rules.contract.ts';
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
            <ListTable<SupervisionRule> label={words.title} columns={columns} rows={items} rowKey={(row) => row.id} minWidth="84rem" empty={<Empty title={words.empty[0] ?? ''}>{words.empty[1]}</Empty>} onOpen={setOpen} />
          </div>
          {open ? <RuleDrawer key={open === 'new' ? 'new' : `${open.id}.${open.version}`} rule={open === 'new' ? undefined : open} canEdit={canEdit} onClose={() => setOpen(undefined)} /> : null}
        </Page>
      )}
    </PageState>
  );
}

function thresholdsOf({ kind, thresholds }: SupervisionRule): string {
  const own = kindsOfRules[kind].thresholds;
  return thresholdNames.flatMap((name) => { const one = own[name]; return one ? [`${one.label} ${thresholds[name] ?? one.usual}`] : []; }).join('，');
}

function Scope({ rule: { regionCode, organizationName, itemName, projectType } }: { rule: SupervisionRule }) {
  const parts = [organizationName, itemName, projectType ? words.types[projectType] : null].filter((part) => part !== null && part !== undefined).join(' · ');
  if (regionCode === null && parts === '') return words.everywhere;
  return <>{regionCode === null ? null : <RegionName code={regionCode} />} {parts}</>;
}

const columns: readonly Column<SupervisionRule>[] = [
  { key: 'no', title: words.columns.no, width: '5rem', fixed: true, render: (row) => <span className="number">{row.ruleNo}</span> },
  { key: 'name', title: words.columns.name, render: (row) => <><span className="list__strong">{row.name}</span> {row.active ? null : <Tag>{words.off}</Tag>}</> },
  { key: 'kind', title: words.columns.kind, width: '11rem', render: (row) => kindsOfRules[row.kind].label },
  { key: 'level', title: words.columns.level, width: '4.5rem', render: (row) => <LevelTag level={row.level} /> },
  { key: 'thresholds', title: words.columns.thresholds, width: '15rem', render: (row) => thresholdsOf(row) },
  { key: 'told', title: words.columns.told, width: '15rem', render: (row) => row.told.map((post) => toldPostLabels[post]).join('、') },
  { key: 'scope', title: words.columns.scope, width: '12rem', render: (row) => <Scope rule={row} /> },
  { key: 'open', title: words.columns.open, width: '5.5rem', align: 'right', render: (row) => <span className={row.openSignals > 0 ? 'number' : 'faint'}>{row.openSignals}</span> },
];
