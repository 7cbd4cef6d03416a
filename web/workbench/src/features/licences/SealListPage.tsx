import { listSeals, listSealUses, type SealState, type SealSummary } from '@tongban/server/src/modules/seals/contract.ts';
import { Tooltip } from 'antd';
import { api } from '../../shared/api.ts';
import { Tag, type Tone } from '../../shared/case/tags.tsx';
import { formatDate, formatDateTime } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { usePaged } from '../../shared/list/use-paged.ts';
import { Page, Panel } from '../../shared/page/Page.tsx';
import { text } from './text.ts';
import './licences.css';

type SealUse = Awaited<ReturnType<typeof readUses>>['items'][number];

const words = text.seals;
const tones: Record<SealState, Tone> = { active: 'done', frozen: 'warning', cancelled: 'neutral' };

const columns: readonly Column<SealSummary>[] = [
  { key: 'name', title: words.columns.name, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'kind', title: words.columns.kind, width: '6rem', render: (row) => words.kinds[row.kind] },
  { key: 'state', title: words.columns.state, width: '5.5rem', render: (row) => <Tag tone={tones[row.state]}>{words.states[row.state]}</Tag> },
  { key: 'organization', title: words.columns.organization, width: '13rem', render: (row) => row.organizationName },
  { key: 'valid', title: words.columns.valid, width: '16rem', render: (row) => <span className="number">{text.period(formatDate(row.validFrom), formatDate(row.validTo))}</span> },
  { key: 'serial', title: words.columns.serial, width: '13rem', render: (row) => <Tooltip title={row.certificateSerial}><span className="code">{row.certificateSerial}</span></Tooltip> },
];

const { useColumns: titles } = words;
const useColumns: readonly Column<SealUse>[] = [
  { key: 'at', title: titles.at, width: '11rem', render: (row) => <span className="number">{formatDateTime(row.usedAt)}</span> },
  { key: 'document', title: titles.document, render: (row) => <span className="list__strong">{row.documentTitle}</span> },
  { key: 'case', title: titles.case, width: '14.5rem', render: (row) => <span className="number">{row.caseNumber ?? '—'}</span> },
  { key: 'by', title: titles.by, width: '8rem', render: (row) => row.usedBy },
  { key: 'digest', title: titles.digest, width: '14rem', render: (row) => <Tooltip title={row.digest}><span className="code">{row.digest}</span></Tooltip> },
];

/** The seals of one's organisation and every use of the chosen one (SEL-02). */
export function SealListPage() {
  const [{ seal }, setFilters] = useFilters(['seal']);
  const seals = useListed(listSeals, {});
  const chosen = seals.rows.find(({ id }) => id === seal) ?? (seals.rows.length === 1 ? seals.rows[0] : undefined);
  const [emptyTitle, emptyDetail] = words.empty;
  return (
    <Page fill title={words.title}>
      <div className={seals.rows.length > 0 ? 'frame seals__list' : 'frame'}>
        <ListTable
          cards
          label={words.title} columns={columns} rows={seals.rows} rowKey={(row) => row.id} paged={seals} minWidth="74rem"
          onOpen={(row) => setFilters({ seal: row.id })} empty={<Empty title={emptyTitle ?? ''}>{emptyDetail}</Empty>}
        />
      </div>
      {seals.rows.length > 0 ? (
        <Panel flush className="seals__uses" title={words.uses} extra={<span className="muted">{chosen?.name}</span>}>
          {chosen ? <SealUses sealId={chosen.id} /> : <div className="list-empty"><Empty title={words.choose} /></div>}
        </Panel>
      ) : null}
    </Page>
  );
}

function readUses(sealId: string, page: { limit: number; cursor?: string }, signal: AbortSignal) {
  return api.call(listSealUses, { params: { sealId }, query: page }, { signal });
}

function SealUses({ sealId }: { sealId: string }) {
  const uses = usePaged({ key: [listSealUses.id, sealId], fetch: (page, signal) => readUses(sealId, page, signal) });
  const [emptyTitle, emptyDetail] = words.noUses;
  return (
    <ListTable cards label={words.uses} columns={useColumns} rows={uses.rows} rowKey={(row) => row.id} paged={uses} minWidth="64rem" empty={<Empty title={emptyTitle ?? ''}>{emptyDetail}</Empty>} />
  );
}
