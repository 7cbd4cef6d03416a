import { addReviewPoint, editReviewPoint, removeReviewPoint, type LibraryPoint, type MaterialView } from '@tongban/server/src/modules/materials/contract.ts';
import { App, Button, Form, Input, Modal, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { Tag } from '../../shared/case/tags.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.points;
const stages = ['acceptance', 'review', 'decision'] as const;

/** The review points of a material that items may take over, by step (GDE-03). */
export function PointsPart({ material, onDone }: { material: MaterialView; onDone: () => void }) {
  const [editing, setEditing] = useState<LibraryPoint | 'new'>();
  const { run, problem, clear } = useAction(removeReviewPoint);
  const [title, detail] = words.empty;
  return (
    <div className="materials__pad">
      <ProblemAlert problem={problem} onRefresh={onDone} onClose={clear} />
      {material.points.length === 0 ? <Empty title={title ?? ''}>{detail}</Empty> : null}
      <ul className="materials__files">
        {stages.flatMap((stage) => material.points.filter((point) => point.stage === stage)).map((point) => {
          const samples = material.files.filter(({ reviewPointId }) => reviewPointId === point.id).length;
          const own = material.abilities.edit && point.materialCode === material.code;
          return (
            <li key={point.id}>
              <Tag>{text.stages[point.stage]}</Tag>
              <div className="materials__file">
                <span>{point.text}</span>
                {point.basis ? <p className="muted small">{point.basis}</p> : null}
              </div>
              <span className="faint small">{point.materialCode === material.code ? (samples > 0 ? words.samples(samples) : '') : text.files.from(point.materialCode)}</span>
              {own ? (
                <>
                  <Button size="small" type="text" onClick={() => setEditing(point)}>
                    {text.edit}
                  </Button>
                  <Popconfirm
                    title={words.removeTitle}
                    description={words.removeLead}
                    okText={words.remove}
                    cancelText={text.cancel}
                    onConfirm={() => {
                      void run({ params: { materialId: material.id, pointId: point.id } }, onDone);
                    }}
                  >
                    <Button size="small" type="text">
                      {words.remove}
                    </Button>
                  </Popconfirm>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
      {material.abilities.edit ? <Button onClick={() => setEditing('new')}>{words.add}</Button> : null}
      {editing ? (
        <PointDialog
          material={material}
          point={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onDone={() => {
            setEditing(undefined);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
}

interface PointDialogProps {
  material: MaterialView;
  point: LibraryPoint | undefined;
  onClose: () => void;
  onDone: () => void;
}

function PointDialog({ material, point, onClose, onDone }: PointDialogProps) {
  const { message } = App.useApp();
  const [stage, setStage] = useState<LibraryPoint['stage']>(point?.stage ?? 'acceptance');
  const [content, setContent] = useState(point?.text ?? '');
  const [basis, setBasis] = useState(point?.basis ?? '');
  const add = useAction(addReviewPoint);
  const edit = useAction(editReviewPoint);
  const missing = useMissing({ 'point-text': content.trim() === '' && sharedText.missing.write(words.text) });
  const send = () => {
    if (!missing.check()) return;
    const body = { stage, text: content.trim(), ...(basis.trim() ? { basis: basis.trim() } : {}) };
    const done = () => {
      void message.success(text.detail.saved);
      onDone();
    };
    if (point) void edit.run({ params: { materialId: material.id, pointId: point.id }, body }, done);
    else void add.run({ params: { materialId: material.id }, body }, done);
  };
  return (
    <Modal
      open
      title={point ? words.edit : words.add}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={add.busy || edit.busy}
      onOk={send}
      onCancel={onClose}
    >
      <ProblemAlert problem={add.problem ?? edit.problem} />
      <Form layout="vertical">
        <Form.Item label={words.stage} htmlFor="point-stage">
          <Select id="point-stage" value={stage} options={stages.map((one) => ({ value: one, label: text.stages[one] }))} onChange={setStage} />
        </Form.Item>
        <Form.Item label={words.text} htmlFor="point-text" {...missing.item('point-text')}>
          <Input.TextArea id="point-text" rows={3} maxLength={500} showCount value={content} onChange={(event) => setContent(event.target.value)} />
        </Form.Item>
        <Form.Item label={words.basis} htmlFor="point-basis">
          <Input.TextArea id="point-basis" rows={2} maxLength={500} value={basis} onChange={(event) => setBasis(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
