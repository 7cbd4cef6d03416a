import { advanceEntry, writeEntry, type KnowledgeEntry } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { Form, Input, Modal, Select } from 'antd';
import { useMissing } from '../../shared/form/use-missing.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { ItemPicker } from '../../shared/items/ItemPicker.tsx';
import { text } from './text.ts';

const words = text.entries;

interface EntryDialogProps {
  start: Pick<KnowledgeEntry, 'question' | 'answer' | 'itemId' | 'itemName' | 'tags'>;
  /** The matter it is made of. */
  matterId?: string;
  /** The entry that is changed. */
  entry?: Pick<KnowledgeEntry, 'id' | 'version'>;
  onClose: () => void;
  onDone: (entry: KnowledgeEntry) => void;
}

/** Writes an entry, or changes one. */
export function EntryDialog({ start, matterId, entry, onClose, onDone }: EntryDialogProps) {
  const [typed, setTyped, forget] = useTyped(`stuck-entry.${entry?.id ?? matterId ?? 'new'}`, start);
  const write = useAction(writeEntry);
  const edit = useAction(advanceEntry);
  const problem = write.problem ?? edit.problem;
  const missing = useMissing({
    'entry-question': typed.question.trim().length < 5 && sharedText.missing.atLeast(words.question, 5), 'entry-answer': typed.answer.trim().length < 10 && sharedText.missing.atLeast(words.answer, 10),
  });
  const send = () => {
    if (!missing.check()) return;
    const body = { question: typed.question.trim(), answer: typed.answer.trim(), itemId: typed.itemId, tags: [...typed.tags] };
    const done = (saved: KnowledgeEntry) => { forget(); onDone(saved); };
    if (entry) void edit.run({ params: { entryId: entry.id }, body: { action: 'edit', version: entry.version, ...body } }, done);
    else void write.run({ body: { ...body, ...(matterId === undefined ? {} : { matterId }) } }, done);
  };
  return (
    <Modal open title={entry ? words.editTitle : words.newTitle} okText={words.save} cancelText={words.close} confirmLoading={write.busy || edit.busy} onOk={send} onCancel={onClose} width={640}>
      <ProblemAlert problem={problem} labels={{ question: words.question, answer: words.answer, tags: words.tags }} />
      <Form layout="vertical">
        <Form.Item label={words.question} htmlFor="entry-question" required {...missing.item('entry-question')}><Input id="entry-question" maxLength={300} value={typed.question} onChange={({ target }) => setTyped({ ...typed, question: target.value })} /></Form.Item>
        <Form.Item label={words.answer} htmlFor="entry-answer" required {...missing.item('entry-answer')}><Input.TextArea id="entry-answer" rows={7} maxLength={4000} value={typed.answer} onChange={({ target }) => setTyped({ ...typed, answer: target.value })} /></Form.Item>
        <Form.Item label={words.item} htmlFor="entry-item"><ItemPicker id="entry-item" value={typed.itemId ?? undefined} name={typed.itemName ?? undefined} onChange={(item) => setTyped({ ...typed, itemId: item?.id ?? null, itemName: item?.name ?? null })} /></Form.Item>
        <Form.Item label={words.tags} htmlFor="entry-tags" extra={words.tagsHint}><Select id="entry-tags" mode="tags" open={false} maxCount={10} value={[...typed.tags]} onChange={(tags: string[]) => setTyped({ ...typed, tags: tags.map((tag) => tag.trim().slice(0, 20)).filter((tag) => tag !== '') })} /></Form.Item>
      </Form>
    </Modal>
  );
}
