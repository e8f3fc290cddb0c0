self.addEventListener('message', ({ data: url }: MessageEvent<string>) => {
  const socket = new WebSocket(`${url}/stream`);
  socket.addEventListener('open', () => {
    socket.send('{"method":"SUBSCRIBE","params":["btcusdt@trade"],"id":1}');
  });
  socket.addEventListener('message', () => undefined);
});
