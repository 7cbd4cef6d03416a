import { Button, Tooltip } from 'antd';
import { text } from '../text.ts';

const words = text.versions;

/** One step back and forth in the whole draft. */
export function UndoButtons({ keeper }: { keeper: { readonly canUndo: boolean; readonly canRedo: boolean; undo(): void; redo(): void } }) {
  return (
    <>
      <Tooltip title="Ctrl+Z"><Button disabled={!keeper.canUndo} onClick={() => keeper.undo()}>{words.undo}</Button></Tooltip>
      <Tooltip title="Ctrl+Y"><Button disabled={!keeper.canRedo} onClick={() => keeper.redo()}>{words.redo}</Button></Tooltip>
    </>
  );
}
