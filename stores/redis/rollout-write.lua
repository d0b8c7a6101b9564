-- The one writer of the dial: compares the version, writes, appends to the audit, tells everybody.
-- KEYS: record (hash), audit (stream)
-- ARGV: expected version or '', channel, move, reason, by, change as JSON, field, value …
-- Returns 1 and the record, or 0 and the version that is there
local version = tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
if ARGV[1] ~= '' and tonumber(ARGV[1]) ~= version then return { 0, version } end
-- A full Redis refuses a script's first write that needs memory, not those after a write that needs none: V2 can be killed even then.
redis.call('HDEL', KEYS[1], '')
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
-- A clock that was set back must not make a later record look earlier.
local at = string.format('%.0f', math.max(now, tonumber(redis.call('HGET', KEYS[1], 'at') or '0') + 1))
redis.call('HSET', KEYS[1], 'version', version + 1, 'reason', ARGV[4], 'by', ARGV[5], 'at', at)
for field = 7, #ARGV, 2 do
  redis.call('HSET', KEYS[1], ARGV[field], ARGV[field + 1])
  if ARGV[field] == 'basisPoints' then redis.call('HSET', KEYS[1], 'stepAt', at) end
end
redis.call('XADD', KEYS[2], 'MAXLEN', '~', 10000, '*', 'version', version + 1, 'move', ARGV[3], 'reason', ARGV[4], 'by', ARGV[5], 'at', at, 'change', ARGV[6])
local record = redis.call('HGETALL', KEYS[1])
-- What is written stands even where this user may not publish: the others poll.
redis.pcall('PUBLISH', ARGV[2], cjson.encode(record))
return { 1, record }
