import {
  addMaterialFile, downloadMaterialFile, fileKinds, removeMaterialFile, type FileKind, type MaterialFile, type MaterialView,
} from '@tongban/server/src/modules/materials/contract.ts';
import { App, Button, Form, Input, Modal, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { FileUploads, type KeptFile } from '../../shared/files/FileUploads.tsx';
import { FileViewer } from '../../shared/files/FileViewer.tsx';
import { formatSize } from '../../shared/files/format-size.ts';
import { useUploads } from '../../shared/files/use-uploads.ts';
import { useMissing } from '../../shared/form/use-missing.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.files;
const isPublic = (kind: FileKind): boolean => kind === 'blank-form' || kind === 'example';

/** Blank forms, examples and review samples of a material. */
export function FilesPart({ material, onDone }: { material: MaterialView; onDone: () => void }) {
  const { message } = App.useApp();
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<MaterialFile>();
  const { run, problem, clear } = useAction(removeMaterialFile);
  const [title, detail] = words.empty;
  const remove = (fileId: string) => {
    void run({ params: { materialId: material.id, fileId } }, () => {
      void message.success(words.removed);
      onDone();
    });
  };
  return (
    <div className="materials__pad">
      <ProblemAlert problem={problem} onRefresh={onDone} onClose={clear} />
      {material.files.length === 0 ? <Empty title={title ?? ''}>{detail}</Empty> : null}
      <ul className="materials__files">
        {material.files.map((file) => (
          <li key={file.id}>
            <Tag tone={file.kind === 'fail-sample' ? 'danger' : file.kind === 'pass-sample' ? 'done' : 'neutral'}>{text.fileKinds[file.kind]}</Tag>
            <div className="materials__file">
              <Button type="link" size="small" onClick={() => setShown(file)}>
                {file.title}
              </Button>
              <span className="faint small number">{`${file.name}　${formatSize(file.size)}`}</span>
              {file.note ? <p className="muted small">{file.note}</p> : null}
              {file.reviewPointId ? <p className="muted small">{text.points.about(material.points.find(({ id }) => id === file.reviewPointId)?.text ?? '')}</p> : null}
            </div>
            <span className="faint small">{file.materialCode === material.code ? (isPublic(file.kind) ? words.public : words.staff) : words.from(file.materialCode)}</span>
            {material.abilities.edit && file.materialCode === material.code ? (
              <Popconfirm title={words.removeTitle} okText={words.remove} cancelText={text.cancel} onConfirm={() => remove(file.id)}>
                <Button size="small" type="text" aria-label={`${words.remove} ${file.title}`}>
                  {words.remove}
                </Button>
              </Popconfirm>
            ) : null}
          </li>
        ))}
      </ul>
      {material.abilities.edit ? <Button onClick={() => setAdding(true)}>{words.add}</Button> : null}
      {adding ? (
        <AddFile
          material={material}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            void message.success(words.added);
            onDone();
          }}
        />
      ) : null}
      <Modal open={shown !== undefined} title={shown?.title} footer={null} width="min(64rem, 92vw)" onCancel={() => setShown(undefined)} destroyOnHidden>
        {shown ? (
          <div className="materials__viewer">
            <FileViewer
              fileKey={shown.id}
              name={shown.name}
              load={() => api.download(downloadMaterialFile, { params: { materialId: material.id, fileId: shown.id } })}
            />
          </div>
        ) : null}
      </Modal>
    </div>
  );
}

function AddFile({ material, onClose, onDone }: { material: MaterialView; onClose: () => void; onDone: () => void }) {
  const [kind, setKind] = useState<FileKind>('blank-form');
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [pointId, setPointId] = useState('');
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const { run, busy, problem } = useAction(addMaterialFile);
  const [file] = files;
  const own = material.points.filter(({ materialCode }) => materialCode === material.code);
  const uploads = useUploads();
  const missing = useMissing({
    'file-upload': uploads.lack('file-upload') || (!file && sharedText.missing.upload(words.file)),
    'file-title': title.trim() === '' && sharedText.missing.write(words.title),
  });
  const send = () => {
    if (!missing.check() || !file) return;
    const body = {
      fileId: file.id, kind, title: title.trim(), ...(note.trim() ? { note: note.trim() } : {}), ...(pointId && !isPublic(kind) ? { reviewPointId: pointId } : {}),
    };
    void run({ params: { materialId: material.id }, body }, onDone);
  };
  return (
    <Modal
      open
      title={words.add}
      okText={words.add}
      cancelText={text.cancel}
      confirmLoading={busy}
      onOk={send}
      onCancel={onClose}
    >
      <ProblemAlert problem={problem} />
      <Form layout="vertical">
        <Form.Item label={words.kind} htmlFor="file-kind" extra={isPublic(kind) ? words.public : words.staff}>
          <Select id="file-kind" value={kind} options={fileKinds.map((one) => ({ value: one, label: text.fileKinds[one] }))} onChange={setKind} />
        </Form.Item>
        <Form.Item label={words.file} htmlFor="file-upload" {...missing.item('file-upload')}>
          <FileUploads
            id="file-upload"
            files={files}
            maxFiles={1}
            label={words.file}
            uploads={uploads}
            onChange={(next) => {
              setFiles(next);
              if (title === '' && next[0]) setTitle(next[0].name.replace(/\.[^.]+$/, ''));
            }}
          />
        </Form.Item>
        <Form.Item label={words.title} htmlFor="file-title" {...missing.item('file-title')}>
          <Input id="file-title" maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Form.Item>
        {isPublic(kind) || own.length === 0 ? null : (
          <Form.Item label={words.point} htmlFor="file-point">
            <Select
              id="file-point"
              value={pointId}
              options={[{ value: '', label: words.noPoint }, ...own.map(({ id, text: label }) => ({ value: id, label }))]}
              onChange={setPointId}
            />
          </Form.Item>
        )}
        <Form.Item label={words.note} htmlFor="file-note">
          <Input.TextArea id="file-note" maxLength={500} autoSize={{ minRows: 2 }} value={note} onChange={(event) => setNote(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
