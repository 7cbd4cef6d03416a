import { Modal, Segmented } from 'antd';
import { useState } from 'react';
import { FileViewer } from '../files/FileViewer.tsx';
import { text } from '../text.ts';
import './samples.css';

const words = text.samples;

/** A file that shows an officer what is right or wrong. */
export interface Sample {
  readonly id: string;
  readonly label: string;
  readonly note: string | null;
  readonly load: () => Promise<Blob>;
}

/** Opens the samples of a material or a review point beside what is being judged (GDE-03); nothing where there is none. */
export function SampleButton({ files, about }: { files: readonly Sample[]; about: string }) {
  const [shown, setShown] = useState<string>();
  const file = files.find(({ id }) => id === shown) ?? files[0];
  if (!file) return null;
  return (
    <>
      <button type="button" className="sample-button" aria-label={`${words.open}：${about}`} onClick={() => setShown(file.id)}>
        {words.open}
      </button>
      <Modal open={shown !== undefined} title={words.title} footer={null} width="min(64rem, 92vw)" onCancel={() => setShown(undefined)} destroyOnHidden>
        <p className="muted">{about}</p>
        {files.length > 1 ? <Segmented value={file.id} options={files.map(({ id, label }) => ({ value: id, label }))} onChange={setShown} /> : <p>{file.label}</p>}
        {file.note ? <p>{file.note}</p> : null}
        <div className="sample-viewer">
          <FileViewer fileKey={file.id} name={file.label} load={file.load} />
        </div>
      </Modal>
    </>
  );
}
