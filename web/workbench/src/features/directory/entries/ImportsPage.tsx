import { useQuery } from '@tanstack/react-query';
import { getEntryImport, listEntryImports, reviewEntryImport, type EntryImport } from '@tongban/server/src/modules/directory/entry.contract.ts';
import { App, Button, Drawer, Input } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { formatMoment } from '../../../shared/format/dates.ts';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { links } from '../../../shared/links.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { Facts } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useAction } from '../../../shared/use-action.ts';
import { DirectoryFrame } from '../DirectoryFrame.tsx';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { useDirectories } from '../use-directories.ts';
import { ImportButton } from './ImportButton.tsx';
import { ImportRows } from './ImportRows.tsx';

const words = text.imports;
const titles = words.columns;
const tones: Record<EntryImport['state'], Tone> = { 'in-review': 'todo', 'approving': 'todo', 'approved': 'done', 'returned': 'neutral', 'empty': 'neutral' };

function columnsFor(nameOf: (code: string) => string): Column<EntryImport>[] {
  return [
    { key: 'file', title: titles.file, fixed: true, render: (row) => <><span className="list__strong">{row.fileName}</span> <span className="faint small">{words.formats[row.format]}</span></> },
    { key: 'region', title: titles.region, width: '9rem', render: (row) => nameOf(row.regionCode) },
    { key: 'state', title: titles.state, width: '7rem', render: (row) => <Tag tone={tones[row.state]}>{words.states[row.state]}</Tag> },
    { key: 'counts', title: titles.counts, width: '15rem', align: 'right', render: (row) => <span className="number">{[row.created, row.changed, row.unchanged, row.rejected].join(' / ')}</span> },
    { key: 'by', title: titles.by, width: '7rem', render: (row) => row.importedByName },
    { key: 'at', title: titles.at, width: '9rem', render: (row) => <span className="number">{formatMoment(row.importedAt)}</span> },
  ];
}

/** Imports of lists, each with what was left out and its review (CAT-12, CAT-03). */
export function ImportsPage() {
  const { importId } = useParams();
  const navigate = useNavigate();
  const mayImport = useHolds('directory.entry.edit');
  const directories = useDirectories();
  const nameOf = (code: string) => directories.find(({ value }) => value === code)?.label ?? code;
  const paged = useListed(listEntryImports, {});
  return (
    <DirectoryFrame section="imports" actions={mayImport ? <ImportButton /> : null}>
      <ListFrame
        label={text.sections.imports}
        columns={columnsFor(nameOf)}
        rowKey={(row) => row.id}
        paged={paged}
        minWidth="60rem"
        onOpen={(row) => {
          void navigate(links.directoryImport(row.id));
        }}
        empty={words.empty}
      />
      {importId ? (
        <ImportDrawer
          importId={importId}
          nameOf={nameOf}
          onClose={() => {
            void navigate(links.directoryImports());
          }}
        />
      ) : null}
    </DirectoryFrame>
  );
}

function ImportDrawer({ importId, nameOf, onClose }: { importId: string; nameOf: (code: string) => string; onClose: () => void }) {
  const query = useQuery({
    queryKey: [getEntryImport.id, importId],
    queryFn: () => api.call(getEntryImport, { params: { importId } }),
    refetchInterval: ({ state }) => (state.data?.state === 'approving' ? 1_500 : false),
  });
  return (
    <Drawer open title={query.data ? words.title(query.data.fileName) : text.sections.imports} size={720} onClose={onClose}>
      <QueryState query={query}>
        {(one) => (
          <div className="entry-form">
            <Facts
              columns={2}
              items={[
                { label: titles.region, value: nameOf(one.regionCode) },
                { label: titles.state, value: <Tag tone={tones[one.state]}>{words.states[one.state]}</Tag> },
                { label: titles.counts, value: <span className="number">{[one.created, one.changed, one.unchanged, one.rejected].join(' / ')}</span> },
                { label: titles.by, value: `${one.importedByName}　${formatMoment(one.importedAt)}` },
                ...(one.reviewedByName ? [{ label: words.reviewed(one.reviewedByName), value: one.reviewOpinion ?? '—' }] : []),
                ...(one.state === 'approving' || one.state === 'approved' ? [{ label: words.effect, value: words.approved(one.approvedCount) }] : []),
              ]}
            />
            {one.abilities.review ? <ReviewForm key={one.version} of={one} /> : null}
            <ImportRows title={words.failures} rows={one.failures} />
            <ImportRows title={words.rejections(one.rejected)} rows={one.rejections} more={one.rejected > one.rejections.length} />
          </div>
        )}
      </QueryState>
    </Drawer>
  );
}

function ReviewForm({ of: one }: { of: EntryImport }) {
  const [opinion, setOpinion, forget] = useTyped(`directory.import.${one.id}`, words.approveDefault);
  const { run, busy, problem } = useAction(reviewEntryImport);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const missing = useMissing({ 'import-opinion': opinion.trim() === '' && sharedText.missing.write(words.opinion) });
  const decide = (decision: 'approve' | 'return') => {
    if (!missing.check()) return;
    void run({ params: { importId: one.id }, body: { version: one.version, decision, opinion: opinion.trim() } }, () => {
      forget();
      void message.success(decision === 'approve' ? words.done : text.done.return);
      refresh();
    });
  };
  return (
    <div>
      <ProblemAlert problem={problem} onRefresh={refresh} />
      <label htmlFor="import-opinion">{words.opinion}</label>
      <Input.TextArea id="import-opinion" rows={3} maxLength={1000} value={opinion} onChange={(event) => setOpinion(event.target.value)} />
      <Lack text={missing.of('import-opinion')} />
      <div className="entry-form__foot" style={{ marginTop: '0.5rem' }}>
        <Button danger disabled={busy} onClick={() => decide('return')}>
          {text.entry.return}
        </Button>
        <Button type="primary" loading={busy} onClick={() => decide('approve')}>
          {text.entry.approve}
        </Button>
      </div>
    </div>
  );
}
