-- Brings a newer record back into a store that was emptied or set back, and tells everybody.
-- KEYS: record, audit   ARGV: channel, version, reason, by, field, value …
if tonumber(redis.call('HGET', KEYS[1], 'version') or '0') >= tonumber(ARGV[2]) then return 0 end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'reason', ARGV[3], 'by', ARGV[4], unpack(ARGV, 5))
local time = redis.call('TIME')
local now = string.format('%.0f', tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000))
redis.call('XADD', KEYS[2], 'MAXLEN', '~', 10000, '*', 'version', ARGV[2], 'move', 'heal', 'reason', ARGV[3], 'by', ARGV[4], 'at', now, 'change', '{}')
redis.pcall('PUBLISH', ARGV[1], cjson.encode(redis.call('HGETALL', KEYS[1])))
return 1
