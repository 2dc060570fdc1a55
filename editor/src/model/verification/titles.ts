/** A message of the server with the titles of rules in place of their names between backticks; what has no title stays as it is. */
export const withTitles = (message: string, titleOf: (name: string) => string | null): string =>
  message.replaceAll(/`([^`]+)`/g, (quoted, name: string) => {
    const title = titleOf(name);
    return title === null ? quoted : `“${title}”`;
  });
