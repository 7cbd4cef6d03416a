import { elementInfo, isElementName } from '@tongban/server/src/modules/catalog/contract.ts';
import { saveAnswer, type SurveyAnswer, type SurveyQuestion } from '@tongban/server/src/modules/surveys/contract.ts';
import { App, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { clearable } from '../../shared/form/clearable.tsx';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../shared/use-action.ts';
import { ElementInput } from './ElementInput.tsx';
import { text } from './text.ts';

const words = text.task;

interface AnswerDrawerProps { answer: SurveyAnswer; questions: readonly SurveyQuestion[]; elements: readonly string[]; onClose: () => void; onSaved: () => void }

/** Fills in one item; saving it unchanged says that all of it is right. */
export function AnswerDrawer({ answer, questions, elements, onClose, onSaved }: AnswerDrawerProps) {
  const [values, setValues] = useState<Record<string, unknown>>(answer.values);
  const [replies, setReplies] = useState<Record<string, string>>(answer.replies);
  const { message } = App.useApp();
  const { run, busy, problem } = useAction(saveAnswer);
  const reply = (key: string, value: string) => setReplies((before) => ({ ...before, [key]: value }));
  const save = () => { void run({ params: { answerId: answer.id }, body: { revision: answer.revision, values: emptied(values, elements), replies } }, () => { void message.success(words.saved); onSaved(); }); };
  return (
    <Drawer open onClose={onClose} size={640} title={answer.itemName} extra={<PrimaryButton onPress={save} loading={busy}>{words.save}</PrimaryButton>}>
      <ProblemAlert problem={problem} onRefresh={onSaved} />
      <Form layout="vertical" requiredMark={false}>
        {elements.filter(isElementName).map((name) => (
          <Form.Item key={name} label={elementInfo[name].label} htmlFor={`answer-${name}`} extra={elementInfo[name].help}>
            <ElementInput name={name} value={values[name]} onChange={(value) => setValues((before) => ({ ...before, [name]: value }))} />
          </Form.Item>
        ))}
        {questions.map(({ key, text: asked, kind, options, required }) => (
          <Form.Item key={key} label={`${asked}${required ? '（必答）' : ''}`} htmlFor={`reply-${key}`}>
            {kind === 'text' ? <Input.TextArea id={`reply-${key}`} rows={2} maxLength={2000} value={replies[key] ?? ''} onChange={(event) => reply(key, event.target.value)} />
              : <Select id={`reply-${key}`} value={replies[key] || undefined} allowClear={clearable} options={(kind === 'yes-no' ? [words.yes, words.no] : options ?? []).map((one) => ({ value: one, label: one }))} onChange={(next: string | undefined) => reply(key, next ?? '')} />}
          </Form.Item>
        ))}
      </Form>
    </Drawer>
  );
}

/** What was emptied is sent as null, since what is absent stays as it is. */
function emptied(values: Readonly<Record<string, unknown>>, elements: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(elements.map((name) => [name, values[name] === undefined || values[name] === '' ? null : values[name]]));
}
