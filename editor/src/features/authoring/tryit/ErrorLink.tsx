import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ProblemError } from '../../../api/problem';
import { placeOf } from '../../../model/documents/places';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { useWorkflowEditing } from '../WorkflowEditing';

/** To the page on which an error of the draft can be mended. */
export function ErrorLink({ error }: { error: ProblemError }) {
  const { key } = useWorkspace();
  const { folder, documentName, casesName, view } = useWorkflowEditing();
  const { document } = error;
  const here = { change: key, folder };
  const look = { size: 'xs', variant: 'default' } as const;
  if (document === casesName) return <Button {...look} renderRoot={(props) => <Link to="/changes/$change/workflows/$folder/cases" params={here} {...props} />}>Go to the cases</Button>;
  if (document && document !== documentName)
    return <Button {...look} renderRoot={(props) => <Link to="/changes/$change/documents/$" params={{ change: key, _splat: document }} {...props} />}>Go to the error</Button>;
  const place = placeOf(view, error.pointer);
  switch (place.part) {
    case 'rule':
      return <Button {...look} renderRoot={(props) => <Link to="/changes/$change/workflows/$folder/rules/$rule" params={{ ...here, rule: place.name }} {...props} />}>Go to the error</Button>;
    case 'table':
      return <Button {...look} renderRoot={(props) => <Link to="/changes/$change/workflows/$folder/tables/$table" params={{ ...here, table: place.name }} {...props} />}>Go to the error</Button>;
    case 'score':
      return <Button {...look} renderRoot={(props) => <Link to="/changes/$change/workflows/$folder/scores/$score" params={{ ...here, score: place.name }} {...props} />}>Go to the error</Button>;
    case 'parameters':
      return <Button {...look} renderRoot={(props) => <Link to="/changes/$change/workflows/$folder/parameters" params={here} {...props} />}>Go to the error</Button>;
    case 'about':
      return <Button {...look} renderRoot={(props) => <Link to="/changes/$change/workflows/$folder/text" params={here} {...props} />}>Go to the text</Button>;
  }
}
