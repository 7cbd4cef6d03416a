import { useQuery, useQueryClient } from '@tanstack/react-query';
import { advanceEntry, getEntry, type EntryStep, type KnowledgeEntry } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { App, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Facts } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { text } from './text.ts';

const words = text.entries;

/** One entry whole, with what the reader may do with it. */
export function EntryDrawer({ entryId, onClose, onChanged }: { entryId: string; onClose: () => void; onChanged: () => void }) {
  const query = useQuery({ queryKey: [getEntry.id, entryId], queryFn: () => api.call(getEntry, { params: { entryId } }) });
  return (
    <Drawer open title={text.tabs.knowledge} size={640} onClose={onClose}>
      <QueryState query={query}>{(entry) => <Entry key={entry.version} entry={entry} onChanged={onChanged} onRefresh={() => { void query.refetch(); }} />}</QueryState>
    </Drawer>
  );
}

function Entry({ entry, onChanged, onRefresh }: { entry: KnowledgeEntry; onChanged: () => void; onRefresh: () => void }) {
  const [editing, setEditing] = useState(false);
  const client = useQueryClient();
  const keep = (saved: KnowledgeEntry) => { setEditing(false); client.setQueryData([getEntry.id, entry.id], saved); onChanged(); };
  return (
    <div className="matter-entry">
      <h2>{entry.question}</h2>
      <p className="pre-line">{entry.answer}</p>
      <div className="matter-tags">{entry.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</div>
      <Facts items={[
        { label: words.state, value: entry.stateLabel }, { label: words.item, value: entry.itemName ?? text.none }, { label: words.by, value: entry.writtenByName }, { label: words.updated, value: formatDateTime(entry.updatedAt) },
        ...(entry.matter ? [{ label: words.from, value: <Link to={links.stuckMatter(entry.matter.id)} className="number">{entry.matter.number}</Link> }] : []),
        ...(entry.decision ? [{ label: words.opinion, value: <>{entry.decision.text || text.none} <span className="faint small">{words.decision(entry.decision.byName, formatDateTime(entry.decision.at))}</span></> }] : []),
      ]} />
      <EntryActions entry={entry} onSaved={keep} onRefresh={onRefresh} onEdit={() => setEditing(true)} />
      {editing ? <EntryDialog start={entry} entry={entry} onClose={() => setEditing(false)} onDone={keep} /> : null}
    </div>
  );
}

function EntryActions({ entry, onSaved, onRefresh, onEdit }: { entry: KnowledgeEntry; onSaved: (saved: KnowledgeEntry) => void; onRefresh: () => void; onEdit: () => void }) {
  const { message } = App.useApp();
  const [opinion, setOpinion] = useState('');
  const { run, busy, problem } = useAction(advanceEntry);
  const missing = useMissing({ 'entry-opinion': opinion.trim().length < 2 && sharedText.missing.write(words.opinion) });
  const { edit, submit, decide, retire } = entry.abilities;
  const send = (body: EntryStep) => { void run({ params: { entryId: entry.id }, body }, (saved) => { void message.success(words.done); onSaved(saved); }); };
  const { id: _id, version } = entry;
  const withReason = (action: 'return' | 'retire') => { if (missing.check()) send({ action, version, text: opinion.trim() }); };
  if (!edit && !submit && !decide && !retire) return null;
  return (
    <div className="matter-form">
      <ProblemAlert problem={problem} onRefresh={onRefresh} labels={{ text: words.opinion }} />
      {decide || retire ? (
        <>
          <label htmlFor="entry-opinion">{words.opinion}</label>
          <Input.TextArea id="entry-opinion" rows={2} maxLength={500} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
          <Lack text={missing.of('entry-opinion')} />
        </>
      ) : null}
      <div className="matter-tags">
        {decide ? <Button type="primary" loading={busy} onClick={() => send({ action: 'publish', version, text: opinion.trim() })}>{words.actions.publish}</Button> : null}
        {decide ? <Button onClick={() => withReason('return')}>{words.actions.return}</Button> : null}
        {submit ? <Button type="primary" loading={busy} onClick={() => send({ action: 'submit', version })}>{words.actions.submit}</Button> : null}
        {edit ? <Button onClick={onEdit}>{words.actions.edit}</Button> : null}
        {retire ? <Button danger onClick={() => withReason('retire')}>{words.actions.retire}</Button> : null}
      </div>
    </div>
  );
}
