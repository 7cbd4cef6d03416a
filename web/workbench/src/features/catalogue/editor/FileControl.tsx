import { downloadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { downloadVersionFile } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button, Modal } from 'antd';
import { useContext, useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { FileUploads, type KeptFile } from '../../../shared/files/FileUploads.tsx';
import { FileViewer } from '../../../shared/files/FileViewer.tsx';
import type { ControlProps } from './controls.tsx';
import { KnownFiles } from './known-files.ts';

/** One file that the guide offers, a blank form or a sample, opened in place (GDE-03). */
export function FileControl({ label, value, onChange, disabled }: ControlProps) {
  const known = useContext(KnownFiles);
  const [uploaded, setUploaded] = useState<readonly KeptFile[]>([]);
  const [shown, setShown] = useState<KeptFile>();
  const file = typeof value === 'string' ? ([...uploaded, ...known].find(({ id }) => id === value) ?? { id: value, name: label, size: 0 }) : undefined;
  return (
    <>
      {disabled ? (file ? <Button type="link" size="small" className="sample__file" onClick={() => setShown(file)}>{file.name}</Button> : null) : (
        <FileUploads
          label={label}
          maxFiles={1}
          files={file ? [file] : []}
          onOpen={setShown}
          onChange={(files) => {
            setUploaded(files);
            onChange(files[0]?.id);
          }}
        />
      )}
      {shown ? <Shown file={shown} stored={known.some(({ id }) => id === shown.id)} onClose={() => setShown(undefined)} /> : null}
    </>
  );
}

/** A file of the version, or one that was just uploaded and is not saved with it yet. */
function Shown({ file: { id, name }, stored, onClose }: { file: KeptFile; stored: boolean; onClose: () => void }) {
  const { versionId = '' } = useParams();
  const load = () => (stored ? api.download(downloadVersionFile, { params: { versionId, fileId: id } }) : api.download(downloadFile, { params: { fileId: id } }));
  return (
    <Modal open title={name} width={960} footer={null} onCancel={onClose} destroyOnHidden styles={{ body: { height: '70vh', display: 'flex' } }}>
      <FileViewer fileKey={`${stored ? versionId : 'upload'}/${id}`} name={name} load={load} />
    </Modal>
  );
}
