import { listSpotChecks, spotScopeLabels, type SpotCheckLine } from '@tongban/server/src/modules/supervision/spot-checks.contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatDate, formatMoment } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useListed } from '../../../shared/list/use-listed.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { useNews } from '../use-news.ts';
import { DrawDialog } from './DrawDialog.tsx';
import '../supervision.css';

const words = text.spots;

/** Cases drawn at random to look at how they were handled (SUP-02). */
export function SpotChecksPage() {
  const navigate = useNavigate();
  const [drawing, setDrawing] = useState(false);
  const mayDraw = useHolds('supervision.spot-check.draw');
  const paged = useListed(listSpotChecks, {}, { refetchInterval: useNews('supervision.spot-checks', [listSpotChecks], 60_000) });
  return (
    <Page fill title={words.title} actions={mayDraw ? <Button type="primary" onClick={() => setDrawing(true)}>{words.create}</Button> : null}>
      <ListFrame<SpotCheckLine> cards label={words.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="72rem" empty={words.empty} onOpen={(row) => { void navigate(links.spotCheck(row.id)); }} />
      {drawing ? <DrawDialog onClose={() => setDrawing(false)} /> : null}
    </Page>
  );
}

const columns: readonly Column<SpotCheckLine>[] = [
  { key: 'number', title: words.columns.number, width: '10rem', fixed: true, render: (row) => <span className="number">{row.number}</span> },
  { key: 'name', title: words.columns.name, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'range', title: words.columns.range, width: '24rem', render: (row) => [spotScopeLabels[row.scope], row.organizationName, row.itemName, `${formatDate(row.from)}—${formatDate(row.to)}`].filter(Boolean).join(' · ') },
  { key: 'size', title: words.columns.size, width: '5rem', align: 'right', render: (row) => <span className="number">{row.size}</span> },
  { key: 'done', title: words.columns.done, width: '5rem', align: 'right', render: (row) => <span className="number">{row.done}</span> },
  { key: 'problems', title: words.columns.problems, width: '5rem', align: 'right', render: (row) => <span className={row.withProblems > 0 ? 'count is-danger' : 'number'}>{row.withProblems}</span> },
  { key: 'drawn', title: words.columns.drawn, width: '9rem', render: (row) => <span className="number">{formatMoment(row.drawnAt)}</span> },
  { key: 'by', title: words.columns.by, width: '6rem', render: (row) => row.drawnBy },
];
