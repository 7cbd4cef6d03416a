import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { text } from '../text.ts';
import { insertQuestion } from './edits.ts';
import { NextStep } from './NextStep.tsx';
import type { GuidedEditing } from './use-guided.ts';

const words = text.guiding;

/** The beginning: what everybody is asked first. */
export function StartPanel({ editing }: { editing: GuidedEditing }) {
  const { guided, apply, readOnly } = editing;
  const none = guided.questionnaire.questions.length === 0;
  return (
    <div className="guide-form">
      <h3>{words.start}</h3>
      {none ? <p className="muted small">{words.empty}</p> : null}
      {readOnly ? null : (
        <Button type={none ? 'primary' : 'default'} icon={<PlusOutlined />} onClick={() => apply(insertQuestion(guided, 'root'), 'insert', (key) => ({ kind: 'question', key, node: undefined }))}>
          {none ? words.insertFirst : words.insertBefore}
        </Button>
      )}
      <NextStep editing={editing} place="root" />
    </div>
  );
}
