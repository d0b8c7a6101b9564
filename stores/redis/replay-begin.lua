-- Starts a turn under an idempotency key, unless one runs or ran.
-- KEYS: record (hash), index of the user's records   ARGV: body digest, turn id, lease in ms, life in ms
-- Returns state (0 started, 1 in flight, 2 other body, 3 finished) and the reply
local kept = redis.call('HMGET', KEYS[1], 'body', 'reply')
if not kept[1] then
  redis.call('HSET', KEYS[1], 'body', ARGV[1], 'turn', ARGV[2])
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  redis.call('SADD', KEYS[2], KEYS[1])
  redis.call('PEXPIRE', KEYS[2], ARGV[4])
  return { 0 }
end
if kept[1] ~= ARGV[1] then return { 2 } end
if not kept[2] then return { 1 } end
return { 3, kept[2] }
