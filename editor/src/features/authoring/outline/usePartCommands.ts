import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Command } from '../../../model/command';
import { withNested, type WorkflowView } from '../../../model/documents/workflowDocument';
import { humanize } from '../../../model/words';
import { useCommands } from '../../commands/useCommands';
import { useWorkspace } from '../../workspace/WorkspaceContext';
import { partLink, type Part } from './partLink';

const group = 'Parts of this workflow';

/** Every part of the workflow in the palette, by its title and its name in conditions. */
export function usePartCommands(view: WorkflowView, folder: string) {
  const { key } = useWorkspace();
  const navigate = useNavigate();
  useCommands(useMemo(() => {
    const to = (part: Part, title: string, words: string, name = ''): Command => ({
      id: `part:${part}:${name}`, title, group, words, run: () => { void navigate(partLink(part, { change: key, folder }, name)); },
    });
    return [
      to('about', 'About this workflow', 'metadata'),
      to('parameters', 'Parameters', 'values'),
      ...view.scores.map(({ name, title }) => to('score', title || humanize(name), `score ${name}`, name)),
      ...view.tables.map(({ name }) => to('table', humanize(name), `table ${name}`, name)),
      ...view.rules.flatMap(withNested).map(({ name, title }) => to('rule', title || humanize(name), `rule ${name}`, name)),
      to('cases', 'Golden cases', 'tests'),
      to('text', 'This workflow as text', 'json'),
    ];
  }, [view, folder, key, navigate]));
}
