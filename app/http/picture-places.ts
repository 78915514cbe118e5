/** Lets so many in at once, in all and of one client; others wait outside, the longest waiting first. */
export interface Places {
  /** Resolves with what gives the place back once there is one. */
  enter(client: string): Promise<() => void>;
}

/** Places for requests that need much memory while they last. */
export function makePlaces({ inAll, ofOneClient }: { inAll: number; ofOneClient: number }): Places {
  const inside: string[] = [];
  const waiting: { client: string; letIn: () => void }[] = [];

  function hasRoom(client: string): boolean {
    return inside.length < inAll && inside.filter((one) => one === client).length < ofOneClient;
  }

  function leave(client: string): void {
    inside.splice(inside.indexOf(client), 1);
    const next = waiting.findIndex((one) => hasRoom(one.client));
    if (next >= 0) waiting.splice(next, 1)[0]?.letIn();
  }

  return {
    enter(client) {
      return new Promise((resolve) => {
        const letIn = (): void => {
          inside.push(client);
          let isIn = true;
          resolve(() => {
            if (isIn) leave(client);
            isIn = false;
          });
        };
        if (hasRoom(client)) letIn();
        else waiting.push({ client, letIn });
      });
    },
  };
}
